import { type Missing, missingFor, nextStatuses } from '@shared/domain/completeness';
import { type EventStatus, eventStatuses, type PlannedEvent } from '@shared/domain/plannedEvent';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { IconButton } from '@renderer/ui/IconButton';
import { Menu, type MenuEntry } from '@renderer/ui/Menu';
import { StatusMark } from '@renderer/ui/StatusMark';
import { blocking } from '../statusChange';
import { fieldOf, focusField } from './focusField';
import type { SaveFields } from './useEventEdits';
import styles from './StatusGate.module.css';

type Props = {
  event: PlannedEvent;
  save: SaveFields;
  onNextEdition: () => void;
  onDelete: () => void;
};

/** The line of an event's life, the next step, and in plain sentences what it still asks for. */
export function StatusGate({ event, save, onNextEdition, onDelete }: Props) {
  const { t } = useTranslation(['events', 'domain', 'common']);
  const [isRefused, setIsRefused] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const { status } = event;
  const [forward, ...others] = nextStatuses(status);
  const isEnd = status === 'evaluated';
  const name = (one: EventStatus): string => t(`domain:status.${one}`);

  function go(to: EventStatus): void {
    if (blocking(event, to).length > 0) {
      setIsRefused(true);
      list.current?.querySelector('button')?.focus();
      return;
    }
    setIsRefused(false);
    void save(() => ({ status: to }));
  }
  const stepWords = (to: EventStatus): string => {
    if (to === 'cancelled') return t('gate.cancel');
    if (status === 'cancelled') return t('gate.reopen');
    return t('gate.back', { status: name(to) });
  };
  const entries: MenuEntry[] = [...(isEnd && forward ? [forward] : []), ...others].map((to) => ({
    id: to,
    label: stepWords(to),
    onAction: () => go(to),
  }));
  entries.push(
    { id: 'nextEdition', label: t('identity.nextEdition'), icon: <icons.copy />, onAction: onNextEdition },
    { id: 'delete', label: t('identity.deleteEvent'), icon: <icons.delete />, onAction: onDelete },
  );

  return (
    <section className={styles.gate} aria-label={t('gate.label')}>
      <div className={styles.line}>
        <ol>
          {eventStatuses
            .filter((one) => one !== 'cancelled' || status === 'cancelled')
            .map((one) => (
              <li
                key={one}
                aria-current={one === status ? 'step' : undefined}
                data-passed={eventStatuses.indexOf(one) < eventStatuses.indexOf(status) || undefined}
              >
                {name(one)}
              </li>
            ))}
        </ol>
        {forward && !isEnd && (
          <Button onPress={() => go(forward)}>
            {status === 'cancelled' ? t('gate.reopen') : t('gate.forward', { status: name(forward) })}
          </Button>
        )}
        <Menu
          label={t('gate.otherMoves')}
          trigger={<IconButton label={t('common:more')} icon={<icons.more />} />}
          entries={entries}
        />
      </div>
      <Needs event={event} forward={isEnd ? undefined : forward} isRefused={isRefused} list={list} />
    </section>
  );
}

type NeedsProps = {
  event: PlannedEvent;
  forward: EventStatus | undefined;
  isRefused: boolean;
  list: React.RefObject<HTMLUListElement | null>;
};

function Needs({ event, forward, isRefused, list }: NeedsProps) {
  const { t } = useTranslation(['events', 'domain']);
  if (event.status === 'cancelled') return <p className={styles.calm}>{t('gate.cancelled')}</p>;
  if (!forward) return <p className={styles.calm}>{t('gate.end')}</p>;
  const missing = missingFor(event, forward);
  const blocks = missing.filter(({ severity }) => severity === 'blocks');
  const warns = missing.filter(({ severity }) => severity === 'warns');
  const status = t(`domain:status.${forward}`);
  return (
    <>
      {isRefused && blocks.length > 0 && (
        <p role="alert" className={styles.stays}>
          {t('gate.stays', { status: t(`domain:status.${event.status}`) })}
        </p>
      )}
      <div className={styles.needs}>
        <div>
          {blocks.length === 0 ? (
            <StatusMark kind="ok">{t('gate.ready', { status })}</StatusMark>
          ) : (
            <>
              <StatusMark kind="alert">{t('gate.blocks', { count: blocks.length, status })}</StatusMark>
              <MissingList ref={list} missing={blocks} event={event} />
            </>
          )}
        </div>
        {warns.length > 0 && (
          <div>
            <StatusMark kind="warn">{t('gate.warns', { count: warns.length })}</StatusMark>
            <MissingList missing={warns} event={event} />
          </div>
        )}
      </div>
    </>
  );
}

type ListProps = {
  missing: readonly Missing[];
  event: PlannedEvent;
  ref?: React.RefObject<HTMLUListElement | null>;
};

function MissingList({ missing, event, ref }: ListProps) {
  const { t } = useTranslation('events');
  return (
    <ul ref={ref}>
      {missing.map(({ code, count }) => (
        <li key={code}>
          <button type="button" onClick={() => focusField(fieldOf(code, event))}>
            {t(`missing.${code}`, { count })}
          </button>
        </li>
      ))}
    </ul>
  );
}
