import { unansweredRequests } from '@shared/domain/completeness';
import { formatDay } from '@shared/domain/formatting';
import { type HostRequest, hostRequestStatuses, type PlannedEvent } from '@shared/domain/plannedEvent';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useToday } from '@renderer/data/clock';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { icons } from '@renderer/ui/icons';
import { IconButton } from '@renderer/ui/IconButton';
import { StatusMark } from '@renderer/ui/StatusMark';
import { AddLine } from './AddLine';
import { EditedProse, EditedText } from './EditedFields';
import { withRequestStatus } from './hostRequests';
import { LetterDialog } from './LetterDialog';
import { changedIn, without } from './lists';
import { SheetSection } from './SheetSection';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

export function HostRequestsSection({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation('events');
  const [isWriting, setIsWriting] = useState(false);
  const { hostRequests } = event;
  const missing = unansweredRequests(event).length;
  const saveRequests = (revise: (requests: readonly HostRequest[]) => HostRequest[]) =>
    save((current) => ({ hostRequests: revise(current.hostRequests) }));
  return (
    <SheetSection
      section="hostRequests"
      aside={
        hostRequests.length > 0 && (
          <>
            <StatusMark kind={missing > 0 ? 'warn' : 'ok'}>
              {missing > 0 ? t('requests.missing', { count: missing }) : t('requests.complete')}
            </StatusMark>
            <Button icon={<icons.mail />} isDisabled={missing === 0} onPress={() => setIsWriting(true)}>
              {t('requests.letter')}
            </Button>
          </>
        )
      }
    >
      {hostRequests.length === 0 && <p className={styles.hint}>{t('requests.empty')}</p>}
      <table className={styles.table}>
        {hostRequests.length > 0 && (
          <thead>
            <tr>
              <th scope="col">{t('requests.subject')}</th>
              <th scope="col">{t('requests.status')}</th>
              <th scope="col">{t('requests.changedOn')}</th>
              <th scope="col">{t('requests.answer')}</th>
              <th scope="col">
                <span className="visuallyHidden">{t('actions')}</span>
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          {hostRequests.map((request) => (
            <RequestRow
              key={request.id}
              request={request}
              onSave={(fields) => saveRequests((all) => changedIn(all, request.id, fields))}
              onRemove={() => void saveRequests((all) => without(all, request.id))}
            />
          ))}
          <tr>
            <td colSpan={5}>
              <AddLine
                label={t('requests.add')}
                onAdd={(text) => saveRequests((all) => [...all, requestOf(text)])}
                onPasteLines={(lines) => void saveRequests((all) => [...all, ...lines.map(requestOf)])}
              />
            </td>
          </tr>
        </tbody>
      </table>
      {isWriting && <LetterDialog event={event} save={save} onClose={() => setIsWriting(false)} />}
    </SheetSection>
  );
}

type RowProps = {
  request: HostRequest;
  onSave: (fields: Partial<HostRequest>) => Promise<string | null>;
  onRemove: () => void;
};

function RequestRow({ request, onSave, onRemove }: RowProps) {
  const { t } = useTranslation('events');
  const language = useLanguage();
  return (
    <tr>
      <td>
        <EditedText
          label={t('contacts.cell', { column: t('requests.subject'), row: request.subject })}
          isLabelHidden
          value={request.subject}
          onSave={(subject) => onSave({ subject })}
        />
      </td>
      <td data-field={`request-${request.id}`}>
        <Stepper request={request} onSave={onSave} />
      </td>
      <td className={styles.day}>{request.changedOn && formatDay(request.changedOn, 'weekday', language)}</td>
      <td>
        <EditedProse
          label={t('contacts.cell', { column: t('requests.answer'), row: request.subject })}
          isLabelHidden
          value={request.answer}
          onSave={(answer) => onSave({ answer })}
        />
      </td>
      <td className={styles.actions}>
        <IconButton
          label={t('requests.remove', { subject: request.subject })}
          icon={<icons.remove />}
          onPress={onRemove}
        />
      </td>
    </tr>
  );
}

/** The five steps from to ask to confirmed, each a button; the steps passed are filled. */
function Stepper({ request, onSave }: Pick<RowProps, 'request' | 'onSave'>) {
  const { t } = useTranslation(['events', 'domain']);
  const today = useToday();
  const reached = hostRequestStatuses.indexOf(request.status);
  return (
    <fieldset className={styles.stepper} aria-label={t('requests.stepper', { subject: request.subject })}>
      <span className={styles.steps}>
        {hostRequestStatuses.map((status, place) => (
          <button
            key={status}
            type="button"
            aria-pressed={status === request.status}
            aria-label={t(`domain:hostRequestStatus.${status}`)}
            title={t(`domain:hostRequestStatus.${status}`)}
            data-reached={place <= reached || undefined}
            onClick={() => void onSave(withRequestStatus(request, status, today))}
          />
        ))}
      </span>
      <span aria-hidden="true">{t(`domain:hostRequestStatus.${request.status}`)}</span>
    </fieldset>
  );
}

function requestOf(subject: string): HostRequest {
  return { id: newUuid(), subject, status: 'toAsk', changedOn: null, answer: '' };
}
