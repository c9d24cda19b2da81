import { formatDay } from '@shared/domain/formatting';
import { dDayOf, type EventId } from '@shared/domain/plannedEvent';
import { type EventAnswer, eventAnswers, type StaffMember } from '@shared/domain/staffMember';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@renderer/data/clock';
import { eventsToAnswer } from '@renderer/data/people';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { SelectField } from '@renderer/ui/SelectField';
import styles from './PersonPanel.module.css';

const firstShown = 5;
const noAnswer = 'none';

type Props = { answers: StaffMember['answers']; onChange: (answers: StaffMember['answers']) => void };

/** What somebody answered to each coming event; answers to others are kept. */
export function AnswersField({ answers, onChange }: Props) {
  const { t } = useTranslation('people');
  const language = useLanguage();
  const [openedAt] = useState(useNow());
  const [shown, setShown] = useState(firstShown);
  const events = useQuestion((database) => eventsToAnswer(database, openedAt), [openedAt]);
  function set(eventId: EventId, answer: EventAnswer | typeof noAnswer): void {
    const others = answers.filter((one) => one.eventId !== eventId);
    onChange(answer === noAnswer ? others : [...others, { eventId, answer }]);
  }
  if (!events) return null;
  const more = events.length - shown;
  return (
    <div className={styles.part} role="group" aria-label={t('panel.answers')}>
      <h4>{t('panel.answers')}</h4>
      {events.length === 0 && <p className={styles.quiet}>{t('panel.noEvents')}</p>}
      <ul>
        {events.slice(0, shown).map((event) => (
          <li key={event.id} className={styles.row}>
            <span dir="auto">{event.name}</span>
            <small>{formatDay(dDayOf(event), 'weekday', language)}</small>
            <div>
              <SelectField
                label={event.name}
                isLabelHidden
                value={answers.find(({ eventId }) => eventId === event.id)?.answer ?? noAnswer}
                options={[...eventAnswers, noAnswer].map((id) => ({
                  id,
                  label: t(`panel.answer.${id as EventAnswer | typeof noAnswer}`),
                }))}
                onChange={(answer) => set(event.id, answer as EventAnswer | typeof noAnswer)}
              />
            </div>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <div className={styles.add}>
          <Button variant="quiet" onPress={() => setShown(events.length)}>
            {t('panel.moreEvents', { count: more })}
          </Button>
        </div>
      )}
    </div>
  );
}
