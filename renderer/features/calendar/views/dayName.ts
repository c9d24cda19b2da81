import { formatDay } from '@shared/domain/formatting';
import { useTranslation } from 'react-i18next';
import type { DayCell } from '../dayBuckets';
import { usePlanning } from '../planningContext';

/** « samedi 22 février 2025, 3 éléments, Fête nationale ». */
export function useDayName(cell: DayCell | undefined): string {
  const { t } = useTranslation('calendar');
  const { language, today } = usePlanning().model;
  if (!cell) return '';
  const { day, count, marks } = cell;
  const words = t('day.elements', { count, day: formatDay(day, 'full', language) });
  const named =
    marks.length > 0 ? t('day.with', { day: words, names: marks.map(({ name }) => name).join(', ') }) : words;
  return day === today ? t('day.today', { day: named }) : named;
}
