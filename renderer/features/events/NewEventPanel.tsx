import { eventKinds, eventRoles, type PlannedEvent } from '@shared/domain/plannedEvent';
import { tasksFromTemplate } from '@shared/domain/taskTemplateApply';
import type { TaskTemplate } from '@shared/domain/taskTemplate';
import { clockTimeSchema, daySchema } from '@shared/domain/time';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { z } from 'zod';
import { readClock, useToday } from '@renderer/data/clock';
import { createEvent } from '@renderer/data/events';
import { useSettings, useWorkCalendar } from '@renderer/data/settingsContext';
import { allTemplates } from '@renderer/data/templates';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { paths } from '@renderer/navigation/paths';
import { useGo, useSearchState } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { DateField } from '@renderer/ui/DateField';
import { Notice } from '@renderer/ui/Notice';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { TextField } from '@renderer/ui/TextField';
import { TimeField } from '@renderer/ui/TimeField';
import { usualHours } from './eventHours';
import {
  emptyNewEvent,
  type NewEventField,
  type NewEventForm,
  type NewEventProblems,
  readNewEvent,
  usualRole,
  withKind,
  withOpeningDay,
} from './newEvent';
import { TemplatePreview } from './TemplatePreview';
import { useFormKeys } from './useFormKeys';
import styles from './EventPanels.module.css';

const givenSchema = z.object({
  /** Not `kind`: that one filters the list. */
  newKind: z.enum(eventKinds).optional(),
  day: daySchema.optional(),
  opens: clockTimeSchema.optional(),
  until: daySchema.optional(),
  closes: clockTimeSchema.optional(),
});

/** A new event from the few things that must be known, and a template that gives the rest. */
export function NewEventPanel({ onClose }: { onClose: () => void }) {
  const templates = useQuestion(allTemplates, []);
  return templates ? <NewEventForm templates={templates} onClose={onClose} /> : null;
}

function NewEventForm({ templates, onClose }: { templates: readonly TaskTemplate[]; onClose: () => void }) {
  const { t } = useTranslation(['events', 'common', 'domain']);
  const sentence = useSentence();
  const { timeZone } = useSettings();
  const calendar = useWorkCalendar();
  const today = useToday();
  const commit = useCommit();
  const go = useGo();
  const [given] = useSearchState(givenSchema);
  const [form, setForm] = useState(() => filled(given, templates));
  const [problems, setProblems] = useState<NewEventProblems>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [id] = useState(() => newUuid());

  const template = templates.find((one) => one.id === form.templateId) ?? null;
  const read = useMemo(
    () => readNewEvent({ ...form, name: form.name || '—' }, { id, timeZone, now: readClock() }),
    [form, id, timeZone],
  );
  const tasks = useMemo(
    () =>
      template && read.kind === 'read'
        ? tasksFromTemplate(template, read.event, calendar, newUuid, readClock())
        : [],
    [template, read, calendar],
  );
  const offered = templates.filter(({ kind, role }) => kind === form.kind && role === form.role);

  function change(next: NewEventForm): void {
    setForm(next);
    setProblems({});
  }
  function changeSort(next: NewEventForm): void {
    change({ ...next, templateId: usualTemplate(templates, next) });
  }
  async function save(): Promise<void> {
    const answer = readNewEvent(form, { id, timeZone, now: readClock() });
    if (answer.kind === 'wrong') {
      setProblems(answer.problems);
      return;
    }
    try {
      await createEvent(commit, withHostRequests(answer.event, template), tasks);
      go(paths.event(answer.event.id));
    } catch (error) {
      setFailure(String(error));
    }
  }
  const error = (field: NewEventField): string | undefined => {
    const code = problems[field];
    return code && sentence(code);
  };

  const keys = useFormKeys({ onSubmit: () => void save(), onLeave: onClose, isSubmittedFromText: true });

  return (
    <SidePanel
      title={t('form.title')}
      closeLabel={t('common:close')}
      onClose={onClose}
      footer={
        <>
          <span className={styles.keys}>{t('form.keys')}</span>
          <Button onPress={onClose}>{t('common:cancel')}</Button>
          <Button variant="primary" onPress={() => void save()}>
            {t('form.create')}
          </Button>
        </>
      }
    >
      {/* Enter in any field of the form is the same as its button. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div className={styles.form} {...keys}>
        {failure && <Notice kind="alert">{t('form.failed', { reason: failure })}</Notice>}
        <TextField
          label={t('form.name')}
          placeholder={t('form.namePlaceholder')}
          value={form.name}
          error={error('name')}
          onChange={(name) => change({ ...form, name })}
        />
        <div className={styles.pair}>
          <SelectField
            label={t('form.kind')}
            value={form.kind}
            options={eventKinds.map((kind) => ({ id: kind, label: t(`domain:kind.${kind}`) }))}
            onChange={(kind) => changeSort(withKind(form, kind))}
          />
          <SelectField
            label={t('form.role')}
            value={form.role}
            options={eventRoles.map((role) => ({ id: role, label: t(`domain:role.${role}`) }))}
            onChange={(role) => changeSort({ ...form, role })}
          />
        </div>
        <SelectField
          label={t('form.template')}
          value={form.templateId ?? noTemplate}
          options={[
            ...offered.map(({ id: key, name, tasks: { length } }) => ({
              id: key,
              label: t('form.templateOption', { name, count: length }),
            })),
            { id: noTemplate, label: t('form.noTemplate') },
          ]}
          onChange={(key) => change({ ...form, templateId: key === noTemplate ? null : key })}
        />
        <div className={styles.moment}>
          <DateField
            label={t('form.opensOn')}
            value={form.opens.on}
            error={error('opensOn')}
            onChange={(on) => change(withOpeningDay(form, on))}
          />
          <TimeField
            label={t('form.opensTime')}
            value={form.opens.at}
            error={error('opensTime')}
            onChange={(at) => change({ ...form, opens: { ...form.opens, at } })}
          />
        </div>
        <div className={styles.moment}>
          <DateField
            label={t('form.closesOn')}
            value={form.closes.on}
            error={error('closesOn')}
            onChange={(on) => change({ ...form, closes: { ...form.closes, on } })}
          />
          <TimeField
            label={t('form.closesTime')}
            value={form.closes.at}
            error={error('closesTime')}
            onChange={(at) => change({ ...form, closes: { ...form.closes, at } })}
          />
        </div>
        <p className={styles.help}>{t('form.zone', { zone: timeZone.replaceAll('_', ' ') })}</p>
        <TextField
          label={t('form.venue')}
          value={form.venueName}
          error={error('venueName')}
          onChange={(venueName) => change({ ...form, venueName })}
        />
        <TemplatePreview
          template={template}
          tasks={tasks}
          isDated={read.kind === 'read'}
          today={today}
          role={form.role}
        />
      </div>
    </SidePanel>
  );
}

/** A key that no template has. */
const noTemplate = 'none';

function filled(given: z.infer<typeof givenSchema>, templates: readonly TaskTemplate[]): NewEventForm {
  const kind = given.newKind ?? 'activityDay';
  const form: NewEventForm = {
    ...emptyNewEvent(kind, given.day ?? null),
    role: usualRole(kind),
    opens: { on: given.day ?? null, at: given.opens ?? usualHours[kind].opens },
    closes: { on: given.until ?? given.day ?? null, at: given.closes ?? usualHours[kind].closes },
  };
  return { ...form, templateId: usualTemplate(templates, form) };
}

function usualTemplate(templates: readonly TaskTemplate[], { kind, role }: NewEventForm): string | null {
  return templates.find((template) => template.kind === kind && template.role === role)?.id ?? null;
}

function withHostRequests(event: PlannedEvent, template: TaskTemplate | null): PlannedEvent {
  if (!template || event.role !== 'participant') return event;
  return {
    ...event,
    hostRequests: template.hostRequests.map((subject) => ({
      id: newUuid(),
      subject,
      status: 'toAsk',
      changedOn: null,
      answer: '',
    })),
  };
}
