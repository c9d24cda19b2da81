import { formatDay } from '@shared/domain/formatting';
import type { Day } from '@shared/domain/time';
import { useMemo } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { capitalised } from '../calendarGrid';
import { usePlanning } from '../planningContext';
import { dayNumberOf } from '../wallTime';
import { everythingOn } from './AgendaView';
import { DayList } from './DayList';
import styles from './DayPopover.module.css';

/** The whole of a day in which not everything is drawn. */
export function DayPopover({ day, anchor, onClose }: { day: Day; anchor: HTMLElement; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const { model, actions } = usePlanning();
  const { index, language } = model;
  const items = useMemo(() => everythingOn(dayNumberOf(day), index), [day, index]);
  const trigger = useMemo(() => ({ current: anchor }), [anchor]);
  const name = formatDay(day, 'full', language);
  return (
    <Popover
      isOpen
      triggerRef={trigger}
      placement="bottom start"
      className={styles.popover}
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Dialog aria-label={t('list', { day: name })} className={styles.dialog}>
        <h2>
          <button type="button" onClick={() => (onClose(), actions.onShow('day', day))}>
            {capitalised(name)}
          </button>
        </h2>
        <div className={styles.list}>
          <DayList items={items} />
        </div>
      </Dialog>
    </Popover>
  );
}
