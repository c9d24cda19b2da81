import type { Day } from '@shared/domain/time';
import { Trans, useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { Menu } from '@renderer/ui/Menu';
import { Segmented } from '@renderer/ui/Segmented';
import { type PlanningView, planningViews, stepped, titleOf } from './calendarGrid';
import type { ItemCounts } from './planningItems';
import type { PrintKind } from './usePrinting';
import styles from './CalendarPage.module.css';

type Props = {
  view: PlanningView;
  day: Day;
  counts: ItemCounts | null;
  isPanelOpen: boolean;
  isPrinting: boolean;
  onShow: (view: PlanningView, day: Day) => void;
  onPanel: (isOpen: boolean) => void;
  onPrint: (what: PrintKind) => void;
  onCreate: () => void;
};

const printKinds: readonly PrintKind[] = ['monthPdf', 'monthPaper', 'yearPdf', 'yearPaper'];

/** Where one is in time, what there is, and how it is shown. */
export function CalendarToolbar(props: Props) {
  const { view, day, counts, isPanelOpen, isPrinting, onShow, onPanel, onPrint, onCreate } = props;
  const { t } = useTranslation(['calendar', 'common']);
  const language = useLanguage();
  const today = useToday();
  return (
    <header className={styles.toolbar}>
      <div className={styles.title}>
        <h1>{titleOf(view, day, language)}</h1>
        <p>{counts && <Summary counts={counts} />}</p>
      </div>
      <div className={styles.steps}>
        <IconButton
          variant="plain"
          label={t(`previous.${view}`)}
          icon={<icons.previous />}
          onPress={() => onShow(view, stepped(view, day, -1))}
        />
        <Button onPress={() => onShow(view, today)}>{t('common:today')}</Button>
        <IconButton
          variant="plain"
          label={t(`next.${view}`)}
          icon={<icons.next />}
          onPress={() => onShow(view, stepped(view, day, 1))}
        />
      </div>
      <Segmented
        label={t('views.label')}
        value={view}
        options={planningViews.map((id) => ({ id, label: t(`views.${id}`) }))}
        onChange={(next) => onShow(next, day)}
      />
      <div className={styles.steps}>
        <Menu
          label={t('print.menu')}
          trigger={
            <IconButton
              variant="plain"
              label={t('print.menu')}
              icon={<icons.print />}
              isDisabled={isPrinting}
            />
          }
          entries={printKinds.map((id) => ({ id, label: t(`print.${id}`), onAction: () => onPrint(id) }))}
        />
        <IconButton
          variant="plain"
          label={t(isPanelOpen ? 'hidePanel' : 'showPanel')}
          icon={<icons.filter />}
          aria-expanded={isPanelOpen}
          onPress={() => onPanel(!isPanelOpen)}
        />
      </div>
      <Button variant="primary" icon={<icons.add />} onPress={onCreate}>
        {t('newEvent')}
      </Button>
    </header>
  );
}

/** « 3 événements, 8 réunions, 27 tâches dont 3 en retard ». */
export function useSummary(
  counts: ItemCounts | null,
): Readonly<{ events: string; meetings: string; tasks: string; late: string }> | null {
  const { t } = useTranslation('calendar');
  if (!counts) return null;
  const { own, takingPart, meetings, trainings, tasks, late } = counts;
  return {
    events: t('counts.events', { count: own + takingPart }),
    meetings: t(trainings > 0 ? 'counts.gatherings' : 'counts.meetings', { count: meetings }),
    tasks: t('counts.tasks', { count: tasks }),
    late: late > 0 ? t('counts.late', { count: late }) : '',
  };
}

function Summary({ counts }: { counts: ItemCounts }) {
  const { t } = useTranslation('calendar');
  const words = useSummary(counts);
  if (!words) return null;
  return words.late ? (
    <Trans
      t={t}
      i18nKey="summaryLate"
      values={words}
      components={{ late: <span className={styles.late} /> }}
    />
  ) : (
    t('summary', words)
  );
}
