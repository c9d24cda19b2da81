import { formatBytes, formatDay } from '@shared/domain/formatting';
import type { Attachment, PlannedEvent } from '@shared/domain/plannedEvent';
import { dayOf } from '@shared/domain/time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { readClock } from '@renderer/data/clock';
import { useHost } from '@renderer/host/hostContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { FileDrop } from '@renderer/ui/FileDrop';
import { icons } from '@renderer/ui/icons';
import { IconButton } from '@renderer/ui/IconButton';
import { Notice } from '@renderer/ui/Notice';
import { useToasts } from '@renderer/ui/Toaster';
import { without } from './lists';
import { mediaTypeOf } from './mediaType';
import { SheetSection } from './SheetSection';
import type { SaveFields } from './useEventEdits';
import styles from './Sheet.module.css';

/** What the host takes in one message. */
const limitBytes = 256 * 1024 * 1024;
const megabyte = 1024 * 1024;

type NewFile = { name: string; bytes: Uint8Array };

/** Files are kept as files by the desktop; taking one off the sheet leaves its bytes there, so that undo finds them. */
export function AttachmentsSection({ event, save }: { event: PlannedEvent; save: SaveFields }) {
  const { t } = useTranslation('events');
  const { ask } = useHost();
  const [problem, setProblem] = useState<string | null>(null);

  async function add(file: NewFile): Promise<void> {
    if (file.bytes.byteLength > limitBytes) return setProblem(tooLarge(file.name, limitBytes));
    const attachment = attachmentOf(file);
    try {
      await ask['attachments:put'](attachment.id, file.bytes);
      await save(({ attachments }) => ({ attachments: [...attachments, attachment] }));
      setProblem(null);
    } catch (error) {
      setProblem(t('attachments.failed', { name: file.name, reason: String(error) }));
    }
  }
  async function choose(): Promise<void> {
    const answer = await ask['files:open']('any');
    if (answer.kind === 'opened') await add(answer);
    else if (answer.kind === 'tooLarge') setProblem(tooLarge(answer.name, answer.limitBytes));
  }
  async function drop(files: readonly File[]): Promise<void> {
    for (const file of files) {
      if (file.size > limitBytes) setProblem(tooLarge(file.name, limitBytes));
      else await add({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
  }
  function tooLarge(name: string, limit: number): string {
    return t('attachments.tooLarge', { name, limit: Math.round(limit / megabyte) });
  }

  return (
    <SheetSection section="attachments">
      {problem && <Notice kind="alert">{problem}</Notice>}
      {event.attachments.length > 0 && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('attachments.name')}</th>
              <th scope="col" className={styles.end}>
                {t('attachments.size')}
              </th>
              <th scope="col">{t('attachments.addedOn')}</th>
              <th scope="col">
                <span className="visuallyHidden">{t('actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {event.attachments.map((attachment) => (
              <AttachmentRow
                key={attachment.id}
                attachment={attachment}
                timeZone={event.timeZone}
                onRemove={() =>
                  void save(({ attachments }) => ({ attachments: without(attachments, attachment.id) }))
                }
              />
            ))}
          </tbody>
        </table>
      )}
      <FileDrop
        chooseLabel={t('attachments.choose')}
        onChoose={() => void choose()}
        onDrop={(files) => void drop(files)}
      >
        {t('attachments.drop')}
      </FileDrop>
    </SheetSection>
  );
}

type RowProps = { attachment: Attachment; timeZone: string; onRemove: () => void };

function AttachmentRow({ attachment, timeZone, onRemove }: RowProps) {
  const { t } = useTranslation('events');
  const language = useLanguage();
  const { ask } = useHost();
  const { toast } = useToasts();
  const { id, name, bytes, addedAt } = attachment;

  async function saveCopy(): Promise<void> {
    const kept = await ask['attachments:get'](id);
    if (!kept) return toast({ kind: 'alert', text: t('attachments.lost', { name }) });
    const answer = await ask['files:save'](name, 'any', kept);
    if (answer.kind === 'saved') toast({ text: t('attachments.saved', { name: answer.name }) });
  }
  return (
    <tr>
      <td className={styles.fileName} dir="auto">
        {name}
      </td>
      <td className={styles.end}>{formatBytes(bytes, language)}</td>
      <td className={styles.day}>{formatDay(dayOf(addedAt, timeZone), 'medium', language)}</td>
      <td className={styles.actions}>
        <IconButton
          label={t('attachments.save', { name })}
          icon={<icons.download />}
          onPress={() => void saveCopy()}
        />
        <IconButton label={t('attachments.remove', { name })} icon={<icons.remove />} onPress={onRemove} />
      </td>
    </tr>
  );
}

function attachmentOf({ name, bytes }: NewFile): Attachment {
  return {
    id: newUuid(),
    name: name.trim().slice(0, 200) || '—',
    mediaType: mediaTypeOf(name),
    bytes: bytes.byteLength,
    addedAt: readClock(),
  };
}
