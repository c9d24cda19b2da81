import { unansweredRequests } from '@shared/domain/completeness';
import { formatDay, formatSpan } from '@shared/domain/formatting';
import type { HostRequest, PlannedEvent } from '@shared/domain/plannedEvent';
import type { Settings } from '@shared/domain/settings';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '@renderer/data/clock';
import { useSettings } from '@renderer/data/settingsContext';
import { useHost } from '@renderer/host/hostContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';
import { icons } from '@renderer/ui/icons';
import { TextArea } from '@renderer/ui/TextArea';
import { useToasts } from '@renderer/ui/Toaster';
import { afterLetter } from './hostRequests';
import { letterHtml } from './letterHtml';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

type Props = { event: PlannedEvent; save: SaveFields; onClose: () => void };

/** A letter to the host that lists only what is missing; it may be changed before it is copied or printed. */
export function LetterDialog({ event, save, onClose }: Props) {
  const { t } = useTranslation(['events', 'common']);
  const language = useLanguage();
  const today = useToday();
  const { ask } = useHost();
  const { toast } = useToasts();
  const body = useRef<HTMLDivElement>(null);
  const written = useLetter(event, useSettings());
  const [text, setText] = useState(written);

  async function copy(): Promise<void> {
    const isCopied = await copyText(text, body.current?.querySelector('textarea') ?? null);
    toast(isCopied ? { text: t('letter.copied') } : { kind: 'warn', text: t('letter.notCopied') });
  }
  async function print(): Promise<void> {
    const title = t('letter.subject', { event: event.name });
    const answer = await ask['print:paper']({
      html: letterHtml(title, text, language),
      title,
      language,
      landscape: false,
    });
    if (answer.kind === 'printed') toast({ text: t('letter.printed') });
  }
  return (
    <Dialog
      isWide
      title={t('letter.title')}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('common:close')}</Button>
          <Button
            onPress={() => {
              void save(({ hostRequests }) => ({ hostRequests: afterLetter(hostRequests, today) }));
              onClose();
            }}
          >
            {t('letter.mark')}
          </Button>
          <Button icon={<icons.print />} onPress={() => void print()}>
            {t('letter.print')}
          </Button>
          <Button variant="primary" icon={<icons.copy />} onPress={() => void copy()}>
            {t('letter.copy')}
          </Button>
        </>
      }
    >
      <div ref={body} className={styles.letter}>
        <TextArea label={t('letter.text')} value={text} help={t('letter.markHelp')} onChange={setText} />
      </div>
    </Dialog>
  );
}

function useLetter(event: PlannedEvent, settings: Settings): string {
  const { t } = useTranslation('events');
  const language = useLanguage();
  const when = formatSpan(event.opensAt, event.closesAt, event.timeZone, 'full', language);
  const words = { event: event.name, when, venue: event.venue.name };
  const signature = [settings.me, settings.organisationUnit, settings.organisation].filter(Boolean);
  const line = ({ subject, status, changedOn }: HostRequest): string => {
    if (status === 'toAsk' || changedOn === null) return t('letter.line', { subject });
    const on = formatDay(changedOn, 'long', language);
    return status === 'reminded'
      ? t('letter.lineReminded', { subject, on })
      : t('letter.lineAsked', { subject, on });
  };
  return [
    t('letter.subject', words),
    t('letter.greeting'),
    event.venue.name === '' ? t('letter.opening', words) : t('letter.openingVenue', words),
    unansweredRequests(event).map(line).join('\n'),
    t('letter.closing'),
    t('letter.regards'),
    signature.join('\n'),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
}

/** The desktop refuses the clipboard permission to pages: there, the selected text is copied the old way. */
async function copyText(text: string, area: HTMLTextAreaElement | null): Promise<boolean> {
  const isWritten = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  if (isWritten || !area) return isWritten;
  area.select();
  // The modern way needs a permission that the desktop does not give.
  // oxlint-disable-next-line typescript/no-deprecated
  return document.execCommand('copy');
}
