import { expectedPresence } from '@shared/domain/assignment';
import { type RosterFacts, rosterOf } from '@shared/domain/roster';
import type { ShiftId } from '@shared/domain/shift';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock } from '@renderer/data/clock';
import { fillRoster } from '@renderer/data/roster';
import { useCommit } from '@renderer/data/workspaceContext';
import type { FillResult } from '@renderer/workers/roster.worker';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { Notice } from '@renderer/ui/Notice';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { Segmented } from '@renderer/ui/Segmented';
import { FillOutcome } from './FillOutcome';
import { useFill } from './useFill';
import styles from './FillDialog.module.css';

type Props = {
  facts: RosterFacts;
  /** The shift that is open, or those of the day that is shown; empty for none. */
  chosen: readonly ShiftId[];
  onClose: () => void;
};

/** Fills what is empty: asks how, searches, shows what would change and what cannot be filled and why, and applies it as one change. */
export function FillDialog({ facts, chosen, onClose }: Props) {
  const { t } = useTranslation(['fill', 'common']);
  const commit = useCommit();
  const { state, begin, stop } = useFill();
  const [scope, setScope] = useState<'whole' | 'chosen'>(chosen.length === 1 ? 'chosen' : 'whole');
  const [manner, setManner] = useState<'keep' | 'anew'>('keep');
  const [seed, setSeed] = useState(1);
  const [failure, setFailure] = useState<string | null>(null);
  const [isApplying, setIsApplying] = useState(false);
  const explanation = useId();
  // What is shown is about the roster as it stood when the search began: it is kept, whatever changes meanwhile.
  const [asked, setAsked] = useState(facts);
  const roster = useMemo(() => rosterOf(asked), [asked]);
  const now = readClock();
  const hasFuture = roster.slots.some(({ shift }) => shift.startsAt > now);
  const refusal = facts.people.every(({ hasLeft }) => hasLeft)
    ? t('nobody')
    : hasFuture
      ? null
      : t('noShift');

  function search(next: number): void {
    setSeed(next);
    setAsked(facts);
    setFailure(null);
    begin({
      facts,
      now: readClock(),
      only: scope === 'chosen' ? chosen : null,
      keep: manner === 'keep',
      seed: next,
    });
  }
  async function apply({ diff }: FillResult): Promise<void> {
    setIsApplying(true);
    try {
      await fillRoster(
        commit,
        diff.added.map(({ shiftId, personId }) => ({
          id: newUuid() as never,
          eventId: facts.eventId,
          shiftId,
          personId,
          isLocked: false,
          accepted: [],
          presence: expectedPresence,
        })),
        diff.removed.map(({ assignmentId }) => assignmentId),
      );
      onClose();
    } catch (error) {
      setFailure(t('failed', { reason: String(error) }));
      setIsApplying(false);
    }
  }

  const found = state.kind === 'done' ? state.result : null;
  const changes = found ? found.diff.added.length + found.diff.removed.length : 0;
  return (
    <Dialog
      isWide
      title={t('title')}
      onClose={onClose}
      footer={
        <>
          <Button key="cancel" onPress={onClose}>
            {t('common:cancel')}
          </Button>
          {found && (
            <Button key="again" onPress={() => search(seed + 1)}>
              {t('again')}
            </Button>
          )}
          {/* One button whatever it does, so that the focus stays on it. */}
          <Button
            key="go"
            variant="primary"
            isDisabled={refusal !== null}
            isPending={isApplying}
            onPress={() => {
              if (state.kind === 'working') stop();
              else if (found && changes > 0) void apply(found);
              else search(seed);
            }}
          >
            {state.kind === 'working'
              ? t('stop')
              : found && changes > 0
                ? t('apply', { count: changes })
                : t('begin')}
          </Button>
        </>
      }
    >
      <div className={styles.fill}>
        {failure && <Notice kind="alert">{failure}</Notice>}
        {state.kind === 'failed' && <Notice kind="alert">{t('broken', { reason: state.reason })}</Notice>}
        {refusal && <Notice kind="warn">{refusal}</Notice>}
        {state.kind !== 'done' && (
          <>
            <p id={explanation}>{t('explain')}</p>
            <div className={styles.choices}>
              {chosen.length > 0 && (
                <Segmented
                  label={t('scope')}
                  value={scope}
                  onChange={setScope}
                  options={[
                    { id: 'whole', label: t('whole') },
                    { id: 'chosen', label: t('chosen', { count: chosen.length }) },
                  ]}
                />
              )}
              <Segmented
                label={t('manner')}
                value={manner}
                onChange={setManner}
                options={[
                  { id: 'keep', label: t('keep') },
                  { id: 'anew', label: t('anew') },
                ]}
              />
            </div>
          </>
        )}
        {state.kind === 'working' && (
          <ProgressBar
            label={t('working')}
            value={state.share}
            {...(state.seats > 0
              ? { detail: t('found', { held: state.seats - state.empty, seats: state.seats }) }
              : {})}
          />
        )}
        {state.kind === 'done' && (
          <FillOutcome roster={roster} result={state.result} isStopped={state.isStopped} />
        )}
      </div>
    </Dialog>
  );
}
