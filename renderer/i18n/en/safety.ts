import type { safety as reference } from '../fr/safety';
import type { SameKeys } from '../words';

export const safety = {
  levelled: {
    replayed_one: 'The working database was {{count}} change behind the journal: it has been restored.',
    replayed_other: 'The working database was {{count}} changes behind the journal: they have been restored.',
    rebuilt_one:
      'The working database was empty or damaged: its record was taken back from the safety copies and checked. Nothing is lost.',
    rebuilt_other:
      'The working database was empty or damaged: its {{count}} records were taken back from the safety copies and checked. Nothing is lost.',
    mended_one:
      'One line of the journal was damaged: it was written again from the working database. Nothing is lost.',
    mended_other:
      '{{count}} lines of the journal were damaged: they were written again from the working database. Nothing is lost.',
  },
  recovery: {
    title: 'The workspace needs a decision',
    rebuilding: 'Bringing the workspace back',
    rebuildingSentence:
      'The working database is being filled again from the safety copies. Nothing is lost; it takes a few seconds.',
    newer:
      'This workspace comes from a newer version of Régie. Nothing was touched. Open the up-to-date program, or install the latest version.',
    lost: 'There was a workspace here, and neither database, journal nor safety copy of it is left in the program’s folder. If there is a second place or a .regie file elsewhere, start anew and then “Restore a copy”.',
    journalBehind:
      'The working database is at change {{databaseSeq}}, the safety journal at change {{journalSeq}}: some are missing. Nothing was touched. Continuing with the database keeps all that it holds; save a copy elsewhere first.',
    damagedKept_one:
      'One change can no longer be read in the safety journal, but the working database holds its effect. Nothing was touched. Continuing with the database keeps everything.',
    damagedKept_other:
      '{{count}} changes can no longer be read in the safety journal, but the working database holds their effect. Nothing was touched. Continuing with the database keeps everything.',
    damagedLost_one:
      'One change can no longer be read in the safety journal and the working database does not have it. Nothing was touched. Continuing without it keeps all the others.',
    damagedLost_other:
      '{{count}} changes can no longer be read in the safety journal and the working database does not have them. Nothing was touched. Continuing without them keeps all the others.',
    different:
      'The working database does not say the same as the journal, and it could not be replaced. Nothing was touched.',
    unopenable:
      'The working database does not open. What was saved is in the journal and the safety copies, and was not touched. Detail: {{reason}}',
    failed: 'This did not succeed, and nothing has changed. Detail: {{reason}}',
    saveCopy: 'Save a copy of the database',
    saveJournalCopy: 'Save a copy from the journal',
    followDatabase: 'Continue with the database',
    giveUp: 'Continue without what cannot be read',
    startAnew: 'Start anew',
    retry: 'Try again',
  },
  notices: {
    frozenTitle: 'Writing has stopped',
    frozen:
      'The last change is safe in the journal, but the working database could not follow it. What is shown and typed stays on the screen. Resuming brings the database level; if need be, save a copy elsewhere first. Detail: {{reason}}',
    restart: 'Resume',
    saveElsewhere: 'Save a copy elsewhere',
    savedElsewhere: 'Copy saved: {{name}}',
    notSaved: 'The copy was not saved: {{reason}}',
    refused: 'The change was not saved and nothing was modified: {{reason}}',
    diskFull:
      'The disk is full: the change was not saved and nothing was modified. Make some room, then try again.',
    roomFullTitle: 'The disk is full',
    roomFull:
      'There is {{free}} left on the disk. All that was saved is safe; the workspace can only be read until there is room again.',
    roomLow: 'There is {{free}} left on the disk. Below the limit, nothing more can be saved.',
    secondOld: 'The last copy in “{{folder}}” is of {{day}}. Plug the medium in, then save it.',
    secondNever: 'No copy could be written to “{{folder}}” yet.',
    snapshotFailed:
      'The last safety copy could not be taken; the changes stay in the journal. Detail: {{reason}}',
    copyNow: 'Copy now',
  },
  centre: {
    promise:
      'Each change is written to a journal before it is called saved. Every five minutes, and on quitting, a complete safety copy is taken, read back and checked.',
    snapshots: 'Copies on this machine',
    takeNow: 'Take a copy now',
    taken: 'The safety copy is taken and checked.',
    verify: 'Check them all',
    verified_one: '{{count}} copy read: it is sound.',
    verified_other: '{{count}} copies read: all are sound.',
    verifiedDamaged_one: '{{count}} copy is damaged, and no longer counts.',
    verifiedDamaged_other: '{{count}} copies are damaged, and no longer count.',
    none: 'No safety copy yet',
    noneSentence: 'The first one is taken five minutes after a change, or on quitting.',
    moment: 'Taken on',
    size: 'Size',
    records: 'Records',
    events: 'Events',
    tasks: 'Tasks',
    since: 'Since then',
    sinceCount_one: '{{count}} change',
    sinceCount_other: '{{count}} changes',
    sinceNone: 'nothing has changed',
    shrunk: 'half the records of the one before',
    damaged: 'Damaged copy',
    openHint: 'Opening a copy compares it with the present state, before it is restored or not.',
    seeHistory: 'See the history of changes',
    compare: {
      title: 'Restore the copy of {{moment}}',
      reading: 'Reading the copy',
      same: 'This copy holds exactly what is in the workspace.',
      sentence:
        'This is what would change. A safety copy of the present state is taken first, and one undo takes it all back.',
      table: 'What',
      added: 'Would come back',
      changed: 'Would change back',
      removed: 'Would go',
      examples: 'For example',
      restore: 'Restore this copy',
      cancel: 'Change nothing',
      done: 'The copy is restored. Undo goes back to the state before.',
      failed: 'The copy was not restored, and nothing has changed. Detail: {{reason}}',
    },
    tables: {
      settings: 'Settings',
      events: 'Events',
      tasks: 'Tasks',
      templates: 'Task templates',
      periods: 'Holidays and closures',
      reports: 'Reports',
      retentions: 'Retention periods',
      erasures: 'Erasures',
      exchanges: 'Exchanged versions',
      profiles: 'Working profiles',
      people: 'People',
      posts: 'Posts',
      shifts: 'Shifts',
      assignments: 'Assignments',
      travelTimes: 'Travel times',
    },
    second: 'Copy elsewhere',
    secondHelp:
      'A USB stick or another disk: if the laptop is stolen or falls, everything is there, files included, as .regie copies that open on any machine.',
    choose: 'Choose a folder',
    change: 'Change the folder',
    stop: 'Stop copying elsewhere',
    secondAt: 'Last copy in “{{folder}}”: {{moment}}',
    away: 'The folder cannot be reached at the moment.',
    withoutFiles: 'Attached files exceed 200 MB and are not in it.',
    insideProfile: 'This folder is the program’s own: choose another medium.',
    copied: 'Copy written to “{{folder}}”, read back and checked.',
    history: 'History',
    exportHistory: 'Export the history (CSV)',
    historyColumns: { at: 'Moment', what: 'Change', kind: 'Kind', records: 'Records', seq: 'Number' },
    historyKinds: { do: 'done', undo: 'undone', redo: 'redone' },
    failed: 'This did not succeed. Detail: {{reason}}',
    browser: 'In a plain browser there is neither journal nor safety copy: only the file to take along.',
  },
} as const satisfies SameKeys<typeof reference>;
