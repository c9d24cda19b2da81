import {
  type EventReport,
  eventReportSchema,
  type Recommendation,
  recommendationKinds,
} from '@shared/domain/eventReport';
import { indicatorsOf } from '@shared/domain/completeness';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { useSentence } from '@renderer/i18n/sentence';
import { paths } from '@renderer/navigation/paths';
import { Button } from '@renderer/ui/Button';
import { DateField } from '@renderer/ui/DateField';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { SelectField } from '@renderer/ui/SelectField';
import { StatusMark } from '@renderer/ui/StatusMark';
import { TextArea } from '@renderer/ui/TextArea';
import { TextField } from '@renderer/ui/TextField';
import styles from './ReportPage.module.css';

type Props = { event: PlannedEvent; report: EventReport; onSave: (report: EventReport) => void };

/** Beside the pages: what is missing before anybody signs, the cover's facts, the recommendations. */
export function ReportWriting({ event, report, onSave }: Props) {
  const { t } = useTranslation('report');
  return (
    <aside className={styles.writing} aria-label={t('writing')}>
      <BeforeSigning event={event} report={report} />
      <section className={styles.form} aria-label={t('cover')}>
        <div className={styles.pair}>
          <CheckedText label={t('version')} name="version" report={report} onSave={onSave} />
          <DateField
            label={t('establishedOn')}
            value={report.establishedOn}
            onChange={(establishedOn) => onSave({ ...report, establishedOn })}
          />
        </div>
        <CheckedText label={t('author')} name="author" report={report} onSave={onSave} />
      </section>
      <Recommendations report={report} onSave={onSave} />
    </aside>
  );
}

/** What is given on this page itself; the rest is given on the sheet. */
const own = new Set(['summary', 'author', 'none']);

type MissingLine = Readonly<{ key: string; text: string; level: 'warn' | 'alert' }>;

function BeforeSigning({ event, report }: { event: PlannedEvent; report: EventReport }) {
  const { t } = useTranslation('report');
  const lines: MissingLine[] = [
    ...(report.narratives.summary?.trim()
      ? []
      : [{ key: 'summary', text: t('missing.summary'), level: 'warn' as const }]),
    ...indicatorsOf(event).flatMap(({ id, name, actual, evidence, meansOfMeasure }): MissingLine[] => {
      if (actual === null && meansOfMeasure === '')
        return [{ key: id, text: t('missing.gap', { name }), level: 'alert' }];
      if (actual === null) return [{ key: id, text: t('missing.actual', { name }), level: 'warn' }];
      return evidence === '' ? [{ key: id, text: t('missing.evidence', { name }), level: 'warn' }] : [];
    }),
    ...(report.author === '' ? [{ key: 'author', text: t('missing.author'), level: 'warn' as const }] : []),
    ...(report.recommendations.length > 0
      ? []
      : [{ key: 'none', text: t('missing.recommendations'), level: 'warn' as const }]),
  ];
  return (
    <section aria-labelledby="before-signing">
      <h2 id="before-signing">{t('before')}</h2>
      {lines.length === 0 && <StatusMark kind="ok">{t('ready')}</StatusMark>}
      <ul className={styles.missing}>
        {lines.map(({ key, text, level }) => (
          <li key={key}>
            <StatusMark kind={level}>
              {own.has(key) ? (
                <span>{text}</span>
              ) : (
                <a href={paths.event(event.id, 'overview', { section: 'objectives' })}>{text}</a>
              )}
            </StatusMark>
          </li>
        ))}
      </ul>
    </section>
  );
}

type TextName = 'version' | 'author';

function CheckedText({
  label,
  name,
  report,
  onSave,
}: {
  label: string;
  name: TextName;
  report: EventReport;
  onSave: Props['onSave'];
}) {
  const sentence = useSentence();
  const [error, setError] = useState<string>();
  function commit(value: string): void {
    const answer = eventReportSchema.safeParse({ ...report, [name]: value });
    setError(answer.success ? undefined : sentence(answer.error.issues[0]?.message ?? 'other'));
    if (answer.success) onSave(answer.data);
  }
  return <TextField label={label} value={report[name]} error={error} onCommit={commit} />;
}

function Recommendations({ report, onSave }: { report: EventReport; onSave: Props['onSave'] }) {
  const { t } = useTranslation('report');
  const { recommendations } = report;
  const [addedId, setAddedId] = useState<string | null>(null);
  const setAll = (next: readonly Recommendation[]): void => onSave({ ...report, recommendations: [...next] });
  function move(index: number, step: 1 | -1): void {
    const next = [...recommendations];
    const [taken] = next.splice(index, 1);
    if (taken) next.splice(index + step, 0, taken);
    setAll(next);
  }
  function add(): void {
    const id = newUuid();
    setAddedId(id);
    setAll([
      ...recommendations,
      { id, kind: 'improve', title: t('newRecommendation'), details: '', owner: '' },
    ]);
  }
  return (
    <section aria-labelledby="recommendations">
      <h2 id="recommendations">{t('recommendations')}</h2>
      <ul>
        {recommendations.map((recommendation, index) => (
          <li key={recommendation.id} className={styles.recommendation}>
            <RecommendationForm
              recommendation={recommendation}
              isNew={recommendation.id === addedId}
              onChange={(next) => setAll(recommendations.map((one) => (one.id === next.id ? next : one)))}
              onMove={(step) => move(index, step)}
              isFirst={index === 0}
              isLast={index === recommendations.length - 1}
              onRemove={() => setAll(recommendations.filter(({ id }) => id !== recommendation.id))}
            />
          </li>
        ))}
      </ul>
      <Button icon={<icons.add />} onPress={add}>
        {t('addRecommendation')}
      </Button>
    </section>
  );
}

type FormProps = {
  recommendation: Recommendation;
  isNew: boolean;
  isFirst: boolean;
  isLast: boolean;
  onChange: (recommendation: Recommendation) => void;
  onMove: (step: 1 | -1) => void;
  onRemove: () => void;
};

function RecommendationForm({
  recommendation,
  isNew,
  isFirst,
  isLast,
  onChange,
  onMove,
  onRemove,
}: FormProps) {
  const { t } = useTranslation(['report', 'domain', 'common']);
  const sentence = useSentence();
  const [error, setError] = useState<string>();
  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isNew) return;
    const title = form.current?.querySelector('input');
    title?.focus();
    title?.select();
  }, [isNew]);
  return (
    <div className={styles.recommendationForm} ref={form}>
      <div className={styles.recommendationHead}>
        <SelectField
          label={t('kind')}
          isLabelHidden
          value={recommendation.kind}
          options={recommendationKinds.map((id) => ({ id, label: t(`domain:recommendation.${id}`) }))}
          onChange={(kind) => onChange({ ...recommendation, kind })}
        />
        <IconButton
          label={t('common:moveUp')}
          icon={<icons.moveUp />}
          isDisabled={isFirst}
          onPress={() => onMove(-1)}
        />
        <IconButton
          label={t('common:moveDown')}
          icon={<icons.moveDown />}
          isDisabled={isLast}
          onPress={() => onMove(1)}
        />
        <IconButton
          label={t('removeRecommendation', { title: recommendation.title })}
          icon={<icons.delete />}
          onPress={onRemove}
        />
      </div>
      <TextField
        label={t('title')}
        value={recommendation.title}
        error={error}
        maxLength={200}
        onCommit={(title) => {
          setError(title.trim() === '' ? sentence('empty') : undefined);
          if (title.trim() !== '') onChange({ ...recommendation, title: title.trim() });
        }}
      />
      <TextArea
        label={t('details')}
        value={recommendation.details}
        maxLength={20_000}
        onCommit={(details) => onChange({ ...recommendation, details })}
      />
      <TextField
        label={t('owner')}
        value={recommendation.owner}
        maxLength={200}
        onCommit={(owner) => onChange({ ...recommendation, owner: owner.trim() })}
      />
    </div>
  );
}
