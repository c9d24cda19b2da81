import { formatDay } from '@shared/domain/formatting';
import { dDayOf, type PlannedEvent } from '@shared/domain/plannedEvent';
import { fold } from '@shared/domain/text';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@renderer/i18n/i18n';
import { ComboField } from '@renderer/ui/ComboField';
import { eventName } from '../taskList';

type Props = {
  label: string;
  help?: string;
  value: PlannedEvent | null;
  events: readonly PlannedEvent[];
  onChange: (event: PlannedEvent | null) => void;
};

/** An event by its name, found as it is typed; emptied, none. Of two with the same name, the day tells which. */
export function EventField({ label, help, value, events, onChange }: Props) {
  const { t } = useTranslation('tasks');
  const language = useLanguage();
  const [error, setError] = useState<string>();
  const byName = useMemo(() => {
    const names = new Map<string, PlannedEvent>();
    for (const event of [...events].reverse()) {
      const name = eventName(event);
      names.set(names.has(name) ? `${name} (${formatDay(dDayOf(event), 'long', language)})` : name, event);
    }
    return names;
  }, [events, language]);
  const shown = value ? ([...byName].find(([, { id }]) => id === value.id)?.[0] ?? eventName(value)) : '';
  function commit(text: string): void {
    const wanted = fold(text);
    const found = [...byName].find(([name]) => fold(name) === wanted)?.[1];
    setError(wanted !== '' && !found ? t('panel.unknownEvent', { name: text }) : undefined);
    if (found || wanted === '') onChange(found ?? null);
  }
  return (
    <ComboField
      label={label}
      help={help}
      value={shown}
      error={error}
      placeholder={t('panel.noEvent')}
      suggestions={[...byName.keys()]}
      onCommit={commit}
    />
  );
}
