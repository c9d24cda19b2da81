import { attachmentIdsIn } from '@renderer/data/copies';
import { passwordStrength, shortestPassword } from '@shared/domain/passwordStrength';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { schemaVersion } from '@shared/domain/workspace';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock, useToday } from '@renderer/data/clock';
import { departingEvent, noteExport } from '@renderer/data/exchange';
import { wholeWorkspace } from '@renderer/data/workspace';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { useHost } from '@renderer/host/hostContext';
import { type ArchiveWork, startArchiveWork } from '@renderer/workers/archiveWork';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Notice } from '@renderer/ui/Notice';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { StatusMark } from '@renderer/ui/StatusMark';
import { Switch } from '@renderer/ui/Switch';
import { TextField } from '@renderer/ui/TextField';
import { useToasts } from '@renderer/ui/Toaster';
import styles from './Exchange.module.css';

type Props = {
  /** Without it, the whole workspace. */
  event: PlannedEvent | null;
  onClose: () => void;
};

/** One file for an event or for everything, with a password or without. */
export function ExportDialog({ event, onClose }: Props) {
  const { t } = useTranslation(['exchange', 'common']);
  const [isProtected, setIsProtected] = useState(false);
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const { state, save, stop } = useArchiveExport(event, onClose);
  const isTooShort = password.length < shortestPassword;
  const isReady = !isProtected || (!isTooShort && password === again);
  const isDifferent = again !== '' && !password.startsWith(again);
  const close = (): void => (stop(), onClose());
  return (
    <Dialog
      title={t(event ? 'export.event' : 'export.workspace')}
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('common:cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!isReady || state.kind === 'working'}
            onPress={() => save(isProtected ? password : null)}
          >
            {t('export.save')}
          </Button>
        </>
      }
    >
      <div className={styles.export}>
        {event && <b dir="auto">{event.edition ? `${event.name}, ${event.edition}` : event.name}</b>}
        <p>{t(event ? 'export.eventHelp' : 'export.workspaceHelp')}</p>
        {state.kind === 'failed' && (
          <Notice kind="alert">{t('export.failed', { reason: state.reason })}</Notice>
        )}
        {state.kind === 'working' ? (
          <ProgressBar label={t('export.writing')} value={null} />
        ) : (
          <>
            <Switch isSelected={isProtected} onChange={setIsProtected}>
              {t('export.protect')}
            </Switch>
            {isProtected && (
              <>
                <TextField
                  label={t('export.password')}
                  type="password"
                  value={password}
                  onChange={setPassword}
                  help={t(`export.strength.${passwordStrength(password)}`)}
                  error={password !== '' && isTooShort ? t('export.tooShort') : undefined}
                />
                <TextField
                  label={t('export.again')}
                  type="password"
                  value={again}
                  onChange={setAgain}
                  error={isDifferent ? t('export.different') : undefined}
                />
                <StatusMark kind="warn">{t('export.noRecovery')}</StatusMark>
              </>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

type ExportState = { kind: 'asking' } | { kind: 'working' } | { kind: 'failed'; reason: string };

function useArchiveExport(event: PlannedEvent | null, onSaved: () => void) {
  const { t } = useTranslation('exchange');
  const database = useDatabase();
  const commit = useCommit();
  const host = useHost();
  const today = useToday();
  const { toast } = useToasts();
  const [state, setState] = useState<ExportState>({ kind: 'asking' });
  const work = useRef<ArchiveWork | null>(null);
  const stop = (): void => {
    work.current?.end();
    work.current = null;
  };
  useEffect(() => stop, []);

  async function write(password: string | null): Promise<void> {
    const mine = startArchiveWork();
    work.current = mine;
    const departing = event && (await departingEvent(database, event.id));
    if (event && !departing) throw new Error(t('export.gone'));
    const workspace = departing?.workspace ?? (await wholeWorkspace(database));
    const attachments = new Map<string, Uint8Array>();
    for (const id of departing?.attachmentIds ?? attachmentIdsIn(workspace)) {
      const bytes = await host.ask['attachments:get'](id);
      if (bytes) attachments.set(id, bytes);
    }
    const { version: program } = await host.ask['app:info']();
    const facts = { createdAt: readClock(), schemaVersion, program, version: departing?.version.id };
    const bytes = await mine.ask('write', { workspace, attachments, facts, password });
    if (work.current !== mine) return;
    const saved = await host.ask['files:save'](fileName(event, today), 'regie', bytes);
    if (saved.kind === 'cancelled') {
      setState({ kind: 'asking' });
      return;
    }
    if (departing) await noteExport(database, commit, departing.version);
    toast({ text: t('export.saved', { name: saved.name }) });
    onSaved();
  }

  return {
    state,
    stop,
    save: (password: string | null): void => {
      setState({ kind: 'working' });
      write(password).catch((error: unknown) => setState({ kind: 'failed', reason: String(error) }));
    },
  };
}

function fileName(event: PlannedEvent | null, today: string): string {
  return event
    ? `${event.name} ${event.edition} ${today}.regie`.replace(/\s+/g, ' ')
    : `regie-${today}.regie`;
}
