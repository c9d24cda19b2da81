/** What keeps the work safe: what happened at the start, what is in danger, and the recovery centre of the settings. */
export const safety = {
  levelled: {
    replayed_one:
      'La base de travail avait {{count}} changement de retard sur le journal\u202f: il est rétabli.',
    replayed_other:
      'La base de travail avait {{count}} changements de retard sur le journal\u202f: ils sont rétablis.',
    rebuilt_one:
      'La base de travail était vide ou endommagée\u202f: sa fiche a été reprise des copies de sûreté, vérifiée. Rien n’est perdu.',
    rebuilt_other:
      'La base de travail était vide ou endommagée\u202f: ses {{count}} fiches ont été reprises des copies de sûreté et vérifiées. Rien n’est perdu.',
    mended_one:
      'Une ligne du journal était endommagée\u202f: elle a été réécrite d’après la base de travail. Rien n’est perdu.',
    mended_other:
      '{{count}} lignes du journal étaient endommagées\u202f: elles ont été réécrites d’après la base de travail. Rien n’est perdu.',
  },
  recovery: {
    title: 'L’espace de travail demande une décision',
    rebuilding: 'Reprise de l’espace de travail',
    rebuildingSentence:
      'La base de travail est remplie à nouveau d’après les copies de sûreté. Rien n’est perdu\u202f; cela prend quelques secondes.',
    newer:
      'Cet espace de travail vient d’une version plus récente de Régie. Rien n’a été touché. Ouvrir le programme à jour, ou installer la dernière version.',
    lost: 'Il y avait ici un espace de travail, et il n’en reste ni base, ni journal, ni copie de sûreté dans le dossier du programme. Si un dossier de secours ou un fichier .regie existe ailleurs, commencer à neuf puis «\u202fReprendre une copie\u202f».',
    journalBehind:
      'La base de travail en est au changement {{databaseSeq}}, le journal de sûreté au changement {{journalSeq}}\u202f: il en manque. Rien n’a été touché. Continuer avec la base garde tout ce qu’elle contient\u202f; enregistrer d’abord une copie ailleurs.',
    damagedKept_one:
      'Un changement ne peut plus se lire dans le journal de sûreté, mais la base de travail en porte l’effet. Rien n’a été touché. Continuer avec la base garde tout.',
    damagedKept_other:
      '{{count}} changements ne peuvent plus se lire dans le journal de sûreté, mais la base de travail en porte l’effet. Rien n’a été touché. Continuer avec la base garde tout.',
    damagedLost_one:
      'Un changement ne peut plus se lire dans le journal de sûreté et la base de travail ne l’a pas. Rien n’a été touché. Continuer sans lui garde tous les autres.',
    damagedLost_other:
      '{{count}} changements ne peuvent plus se lire dans le journal de sûreté et la base de travail ne les a pas. Rien n’a été touché. Continuer sans eux garde tous les autres.',
    different:
      'La base de travail ne dit pas la même chose que le journal, et elle n’a pas pu être remplacée. Rien n’a été touché.',
    unopenable:
      'La base de travail ne s’ouvre pas. Ce qui était enregistré est dans le journal et les copies de sûreté, et n’a pas été touché. Détail\u202f: {{reason}}',
    failed: 'Cela n’a pas abouti, et rien n’a changé. Détail\u202f: {{reason}}',
    saveCopy: 'Enregistrer une copie de la base',
    saveJournalCopy: 'Enregistrer une copie d’après le journal',
    followDatabase: 'Continuer avec la base',
    giveUp: 'Continuer sans ce qui est illisible',
    startAnew: 'Commencer à neuf',
    retry: 'Essayer à nouveau',
  },
  notices: {
    frozenTitle: 'L’écriture est arrêtée',
    frozen:
      'Le dernier changement est en sûreté dans le journal, mais la base de travail n’a pas pu le suivre. Ce qui est affiché et saisi reste à l’écran. Reprendre remet la base à niveau\u202f; au besoin, enregistrer d’abord une copie ailleurs. Détail\u202f: {{reason}}',
    restart: 'Reprendre',
    saveElsewhere: 'Enregistrer une copie ailleurs',
    savedElsewhere: 'Copie enregistrée\u202f: {{name}}',
    notSaved: 'La copie n’a pas été enregistrée\u202f: {{reason}}',
    refused: 'Le changement n’a pas été enregistré et rien n’a été modifié\u202f: {{reason}}',
    diskFull:
      'Le disque est plein\u202f: le changement n’a pas été enregistré et rien n’a été modifié. Libérer de la place, puis recommencer.',
    roomFullTitle: 'Le disque est plein',
    roomFull:
      'Il reste {{free}} sur le disque. Tout ce qui était enregistré est en sûreté\u202f; l’espace de travail ne peut plus qu’être lu jusqu’à ce que de la place soit libérée.',
    roomLow: 'Il reste {{free}} sur le disque. En dessous de la limite, plus rien ne pourra être enregistré.',
    secondOld:
      'La dernière copie dans «\u202f{{folder}}\u202f» date du {{day}}. Brancher le support, puis l’enregistrer.',
    secondNever: 'Aucune copie n’a encore pu être écrite dans «\u202f{{folder}}\u202f».',
    snapshotFailed:
      'La dernière copie de sûreté n’a pas pu être prise\u202f; les changements restent dans le journal. Détail\u202f: {{reason}}',
    copyNow: 'Copier maintenant',
  },
  centre: {
    promise:
      'Chaque changement est écrit dans un journal avant d’être dit enregistré. Toutes les cinq minutes, et en quittant, une copie de sûreté complète est prise, relue et vérifiée.',
    snapshots: 'Copies sur ce poste',
    takeNow: 'Prendre une copie maintenant',
    taken: 'La copie de sûreté est prise et vérifiée.',
    verify: 'Tout vérifier',
    verified_one: '{{count}} copie relue\u202f: elle est lisible.',
    verified_other: '{{count}} copies relues\u202f: toutes sont lisibles.',
    verifiedDamaged_one: '{{count}} copie est endommagée, et ne compte plus.',
    verifiedDamaged_other: '{{count}} copies sont endommagées, et ne comptent plus.',
    none: 'Aucune copie de sûreté pour l’instant',
    noneSentence: 'La première est prise cinq minutes après un changement, ou en quittant.',
    moment: 'Prise le',
    size: 'Taille',
    records: 'Fiches',
    events: 'Événements',
    tasks: 'Tâches',
    since: 'Depuis',
    sinceCount_one: '{{count}} changement',
    sinceCount_other: '{{count}} changements',
    sinceNone: 'rien n’a changé',
    shrunk: 'moitié moins de fiches que la précédente',
    damaged: 'Copie endommagée',
    openHint: 'Ouvrir une copie la compare à l’état présent, avant de la reprendre ou non.',
    seeHistory: 'Voir l’historique des changements',
    compare: {
      title: 'Reprendre la copie du {{moment}}',
      reading: 'Lecture de la copie',
      same: 'Cette copie contient exactement ce qui est dans l’espace de travail.',
      sentence:
        'Voici ce qui changerait. Une copie de sûreté de l’état présent est prise d’abord, et la reprise s’annule d’un seul geste.',
      table: 'Quoi',
      added: 'Reviendraient',
      changed: 'Redeviendraient',
      removed: 'Disparaîtraient',
      examples: 'Par exemple',
      restore: 'Reprendre cette copie',
      cancel: 'Ne rien changer',
      done: 'La copie est reprise. Annuler revient à l’état d’avant.',
      failed: 'La copie n’a pas été reprise, et rien n’a changé. Détail\u202f: {{reason}}',
    },
    tables: {
      settings: 'Réglages',
      events: 'Événements',
      tasks: 'Tâches',
      templates: 'Modèles de tâches',
      periods: 'Jours fériés et fermetures',
      reports: 'Rapports',
      retentions: 'Durées de conservation',
      erasures: 'Effacements',
      exchanges: 'Versions échangées',
      profiles: 'Profils de travail',
      people: 'Personnes',
      posts: 'Postes',
      shifts: 'Créneaux',
      assignments: 'Affectations',
      travelTimes: 'Temps de trajet',
    },
    second: 'Copie ailleurs',
    secondHelp:
      'Une clé USB ou un autre disque\u202f: si le poste est volé ou tombe, tout y est, fichiers compris, sous la forme de copies .regie qui s’ouvrent sur n’importe quel poste.',
    choose: 'Choisir un dossier',
    change: 'Changer de dossier',
    stop: 'Ne plus copier ailleurs',
    secondAt: 'Dernière copie dans «\u202f{{folder}}\u202f»\u202f: {{moment}}',
    away: 'Le dossier n’est pas accessible en ce moment.',
    withoutFiles: 'Les fichiers joints dépassent 200 Mo et n’y sont pas.',
    insideProfile: 'Ce dossier est celui du programme\u202f: choisir un autre support.',
    copied: 'Copie écrite dans «\u202f{{folder}}\u202f», relue et vérifiée.',
    history: 'Historique',
    exportHistory: 'Exporter l’historique (CSV)',
    historyColumns: { at: 'Moment', what: 'Changement', kind: 'Nature', records: 'Fiches', seq: 'Numéro' },
    historyKinds: { do: 'fait', undo: 'annulé', redo: 'rétabli' },
    failed: 'Cela n’a pas abouti. Détail\u202f: {{reason}}',
    browser:
      'Dans un navigateur simple, il n’y a ni journal ni copie de sûreté\u202f: seulement le fichier à emporter.',
  },
} as const;
