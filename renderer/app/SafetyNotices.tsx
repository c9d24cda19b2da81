import { daysBetween, dayOf } from '@shared/domain/time';
import { formatBytes, formatDay } from '@shared/domain/formatting';
import type { SafetyState } from '@shared/ipc';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '../data/clock';
import { useSettings } from '../data/settingsContext';
import { useDoor } from '../data/workspaceContext';
import { useHost } from '../host/hostContext';
import { useLanguage } from '../i18n/i18n';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { useToasts } from '../ui/Toaster';

const askEvery = 30_000;
/** The copy elsewhere is asked for when it is older than this. */
const secondOldDays = 7;

/** Wherever one is: what is in danger, what is safe, and what to do. Nothing when all is well. */
export function SafetyNotices() {
  const { t } = useTranslation('safety');
  const { current } = useDoor();
  const { state, askAgain } = useSafetyState(current.save.kind);
  const { save } = current;
  const saveElsewhere = useSaveElsewhere();
  return (
    <>
      {save.kind === 'frozen' && (
        <Notice
          kind="alert"
          title={t('notices.frozenTitle')}
          action={
            <>
              <Button onPress={() => location.reload()}>{t('notices.restart')}</Button>
              <Button onPress={saveElsewhere}>{t('notices.saveElsewhere')}</Button>
            </>
          }
        >
          {t('notices.frozen', { reason: save.reason })}
        </Notice>
      )}
      {save.kind === 'refused' && (
        <Notice kind="alert">
          {save.reason.includes('diskFull') || save.reason.includes('ENOSPC')
            ? t('notices.diskFull')
            : t('notices.refused', { reason: save.reason })}
        </Notice>
      )}
      {state && <StateNotices state={state} onCopy={askAgain} onSaveElsewhere={saveElsewhere} />}
    </>
  );
}

type StateNoticesProps = { state: SafetyState; onCopy: () => void; onSaveElsewhere: () => void };

function StateNotices({ state, onCopy, onSaveElsewhere }: StateNoticesProps) {
  const { t } = useTranslation('safety');
  const host = useHost();
  const { toast } = useToasts();
  const { timeZone } = useSettings();
  const today = useToday();
  const language = useLanguage();
  const { room, second, failure } = state;
  const free = formatBytes(state.freeBytes, language);
  const lastDay = second?.at == null ? null : dayOf(second.at, timeZone);
  const isOld = second !== null && (!lastDay || daysBetween(lastDay, today) > secondOldDays);
  const copyNow = () => {
    host.ask['safety:second']('copy').then(onCopy, (error: unknown) =>
      toast({ text: t('notices.notSaved', { reason: String(error) }), kind: 'alert' }),
    );
  };
  return (
    <>
      {room === 'full' && (
        <Notice
          kind="alert"
          title={t('notices.roomFullTitle')}
          action={<Button onPress={onSaveElsewhere}>{t('notices.saveElsewhere')}</Button>}
        >
          {t('notices.roomFull', { free })}
        </Notice>
      )}
      {room === 'low' && <Notice kind="warn">{t('notices.roomLow', { free })}</Notice>}
      {failure !== null && room === 'enough' && (
        <Notice kind="warn">{t('notices.snapshotFailed', { reason: failure })}</Notice>
      )}
      {isOld && (
        <Notice
          kind="warn"
          action={second.isThere && <Button onPress={copyNow}>{t('notices.copyNow')}</Button>}
        >
          {lastDay
            ? t('notices.secondOld', { folder: second.folder, day: formatDay(lastDay, 'long', language) })
            : t('notices.secondNever', { folder: second.folder })}
        </Notice>
      )}
    </>
  );
}

/** Asked at once, every half minute, and whenever saving has changed its mind. */
function useSafetyState(saveKind: string): { state: SafetyState | null; askAgain: () => void } {
  const host = useHost();
  const [state, setState] = useState<SafetyState | null>(null);
  const askAgain = useCallback(() => {
    host.ask['safety:state']().then(setState, () => undefined);
  }, [host]);
  const isRefused = saveKind === 'refused' || saveKind === 'frozen';
  useEffect(() => {
    askAgain();
    const timer = setInterval(askAgain, askEvery);
    return () => clearInterval(timer);
  }, [askAgain, isRefused]);
  return { state, askAgain };
}

function useSaveElsewhere(): () => void {
  const host = useHost();
  const today = useToday();
  const { toast } = useToasts();
  const { t } = useTranslation('safety');
  return () => {
    host.ask['safety:saveCopy'](`regie-${today}.regie`).then(
      (answer) =>
        answer.kind === 'saved' && toast({ text: t('notices.savedElsewhere', { name: answer.name }) }),
      (error: unknown) => toast({ text: t('notices.notSaved', { reason: String(error) }), kind: 'alert' }),
    );
  };
}
