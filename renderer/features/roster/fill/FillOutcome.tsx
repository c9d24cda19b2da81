import type { RosterRule } from '@shared/domain/assignment';
import { formatMinutes, formatNumber, formatSpan } from '@shared/domain/formatting';
import type { Roster } from '@shared/domain/roster';
import type { ShiftId } from '@shared/domain/shift';
import type { StaffId } from '@shared/domain/staffMember';
import type { EmptyShift } from '@shared/roster/emptyShifts';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import type { FillResult } from '@renderer/workers/roster.worker';
import { StatusMark } from '@renderer/ui/StatusMark';
import styles from './FillDialog.module.css';

type Props = { roster: Roster; result: FillResult; isStopped: boolean };

/** What a search found: how full the roster would be, why the rest stays empty, and each change. */
export function FillOutcome({ roster, result, isStopped }: Props) {
  const { t } = useTranslation('fill');
  const { diff, proof } = result;
  return (
    // Longer than a small window: the keyboard must reach it to scroll.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={styles.outcome} role="group" aria-label={t('title')} tabIndex={0}>
      <Summary result={result} isStopped={isStopped} />
      {proof.length > 0 && (
        <section>
          <h3>{t('empty.title')}</h3>
          <ul className={styles.shifts}>
            {proof.map((shift) => (
              <EmptyShiftItem key={shift.shiftId} roster={roster} shift={shift} />
            ))}
          </ul>
        </section>
      )}
      {diff.added.length + diff.removed.length > 0 && <Changes roster={roster} result={result} />}
    </div>
  );
}

/** A wider gap says more of the bound than of the roster. */
const worthSaying = 0.1;

function Summary({ result, isStopped }: Omit<Props, 'roster'>) {
  const { t } = useTranslation('fill');
  const language = useLanguage();
  const { diff, proof, seats, objective, bound, isOptimal } = result;
  const empty = diff.emptyAfter;
  const proven = proof.reduce((sum, shift) => sum + (shift.isProven ? shift.seats : 0), 0);
  const gap = objective > 0 && bound > -Infinity ? (objective - bound) / objective : null;
  return (
    <div className={styles.summary} role="status">
      <StatusMark kind={empty === 0 ? 'ok' : 'warn'}>
        {empty === 0
          ? t('result.full', { seats })
          : t('result.empty', { count: empty, held: seats - empty, seats })}
      </StatusMark>
      {empty > 0 && (
        <p>
          {proven === empty
            ? t('result.provenCover')
            : proven > 0 && t('result.provenSome', { count: proven, empty })}
        </p>
      )}
      {isOptimal && <p>{t('result.optimal')}</p>}
      {!isOptimal && gap !== null && gap < worthSaying && (
        <p>{t('result.gap', { percent: formatNumber(gap * 100, language, 1) })}</p>
      )}
      {isStopped && <p>{t('result.stopped')}</p>}
      {diff.added.length + diff.removed.length === 0 && <p>{t('result.unchanged')}</p>}
    </div>
  );
}

const liftSentence: Partial<Record<RosterRule, 'empty.renew' | 'empty.beThere' | 'empty.sayYes'>> = {
  expiredSkill: 'empty.renew',
  unavailable: 'empty.beThere',
  outsideHours: 'empty.beThere',
  declined: 'empty.sayYes',
};

function EmptyShiftItem({ roster, shift }: { roster: Roster; shift: EmptyShift }) {
  const { t } = useTranslation('fill');
  const language = useLanguage();
  const list = (parts: readonly string[]) => parts.join(', ');
  const nameOf = (id: StaffId) => roster.people.get(id)?.name ?? '';
  const postOf = (id: ShiftId) => roster.slotOf.get(id)?.post.name ?? '';
  const minutes = (count: number) => formatMinutes(count, language);
  const [nearest] = shift.nearest;
  return (
    <li>
      <div className={styles.shift}>
        <b dir="auto">{postOf(shift.shiftId)}</b>
        <span className={styles.when}>{useWhen(roster)(shift.shiftId)}</span>
        <StatusMark kind="warn">
          {t('empty.seats', { count: shift.seats })}
          {shift.isProven && ` (${t('empty.proven')})`}
        </StatusMark>
      </div>
      <ul className={styles.reasons}>
        {shift.blocked.length === 0 && <li>{t('empty.nobodyMay')}</li>}
        {shift.refused.length > 0 && (
          <li>
            {t('empty.refused', {
              list: list(
                shift.refused.map(
                  ({ rule, people, named }) =>
                    `${t(`rules.${rule}`)} (${named.length > 0 ? named.map(nameOf).join(', ') : people})`,
                ),
              ),
            })}
          </li>
        )}
        {shift.blocked.length > 0 && (
          <li>
            {t('empty.blocked', {
              list: list(shift.blocked.map(({ kind, people }) => t(`blocks.${kind}`, { count: people }))),
            })}
          </li>
        )}
        {shift.shortage && (
          <li>
            {t('empty.shortage', {
              count: shift.shortage.shiftIds.length,
              seats: shift.shortage.seats,
              people: shift.shortage.people,
            })}
          </li>
        )}
        {nearest && nearest.blocks.length > 0 && (
          <li>
            {t('empty.nearest', {
              person: nameOf(nearest.personId),
              // Too much for the day and for the duty is one reason, told once.
              reasons: list([
                ...new Set(
                  nearest.blocks.map((block) =>
                    t(`block.${block.kind}`, { minutes: minutes(block.minutes) }),
                  ),
                ),
              ]),
            })}
          </li>
        )}
        <li className={styles.remedy}>
          {shift.remedy === null && t('empty.noRemedy')}
          {shift.remedy?.kind === 'lift' &&
            t(liftSentence[shift.remedy.rule] ?? 'empty.noRemedy', {
              person: nameOf(shift.remedy.personId),
              about: shift.remedy.about,
            })}
          {shift.remedy?.kind === 'relaxation' &&
            t('empty.relaxation', {
              person: nameOf(shift.remedy.personId),
              rule: t(`relaxable.${shift.remedy.rule}`),
              minutes: minutes(shift.remedy.minutes),
            })}
          {shift.remedy?.kind === 'moves' &&
            t('empty.moves', {
              list: list(
                shift.remedy.moves.map(({ shiftId, from, to }) =>
                  from === null
                    ? t('empty.move', { person: nameOf(to), post: postOf(shiftId) })
                    : t('empty.replace', { person: nameOf(to), post: postOf(shiftId), from: nameOf(from) }),
                ),
              ),
            })}
        </li>
      </ul>
    </li>
  );
}

function Changes({ roster, result: { diff } }: { roster: Roster; result: FillResult }) {
  const { t } = useTranslation('fill');
  const when = useWhen(roster);
  const byShift = new Map<ShiftId, { added: string[]; removed: string[] }>();
  const rowOf = (shiftId: ShiftId) => {
    const row = byShift.get(shiftId) ?? { added: [], removed: [] };
    byShift.set(shiftId, row);
    return row;
  };
  for (const { shiftId, personId } of diff.added)
    rowOf(shiftId).added.push(roster.people.get(personId)?.name ?? '');
  for (const { shiftId, personId } of diff.removed)
    rowOf(shiftId).removed.push(roster.people.get(personId)?.name ?? '');
  const rows = roster.slots.flatMap(({ shift, post }) => {
    const row = byShift.get(shift.id);
    return row ? [{ id: shift.id, post: post.name, ...row }] : [];
  });
  return (
    <section>
      <h3>{t('changes.title')}</h3>
      <p>
        {t('changes.counts', { added: diff.added.length, removed: diff.removed.length, count: diff.kept })}
      </p>
      <table className={styles.changes}>
        <thead>
          <tr>
            <th scope="col">{t('changes.when')}</th>
            <th scope="col">{t('changes.post')}</th>
            <th scope="col">{t('changes.added')}</th>
            <th scope="col">{t('changes.removed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, post, added, removed }) => (
            <tr key={id}>
              <td>{when(id)}</td>
              <td dir="auto">{post}</td>
              <td dir="auto">{added.join(', ')}</td>
              <td dir="auto">{removed.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function useWhen(roster: Roster): (id: ShiftId) => string {
  const language = useLanguage();
  const zone = roster.events.get(roster.eventId)?.timeZone ?? 'UTC';
  return (id) => {
    const shift = roster.slotOf.get(id)?.shift;
    return shift ? formatSpan(shift.startsAt, shift.endsAt, zone, 'short', language) : '';
  };
}
