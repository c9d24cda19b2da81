import { formatDay, formatInstant, formatMinutes, formatNumber, formatSpan } from '@shared/domain/formatting';
import type { FieldChange, MergedTable, RecordMerge } from '@shared/domain/mergePlan';
import type { PlannedEvent } from '@shared/domain/plannedEvent';
import type { TaskPlan } from '@shared/domain/task';
import { daySchema, instantSchema, spanSchema } from '@shared/domain/time';
import { orderStep, type Plain } from '@shared/domain/threeWayMerge';
import { useTranslation } from 'react-i18next';
import { domain } from '@renderer/i18n/fr/domain';
import { exchange } from '@renderer/i18n/fr/exchange';
import { useLanguage } from '@renderer/i18n/i18n';

type FieldName = keyof typeof exchange.fields;
const longestText = 160;

export type ExchangeWords = Readonly<{
  /** What a record is called. */
  nameOf: (merge: RecordMerge) => string;
  /** Where in the record: « Contacts, Accueil, Téléphone ». */
  placeOf: (merge: RecordMerge, field: FieldChange) => string;
  textOf: (merge: RecordMerge, field: FieldChange, value: unknown) => string;
}>;

/** Records, their fields and the values of those in the user's language. `titles` are those of tasks, by id. */
export function useExchangeWords(
  titles: ReadonlyMap<string, string>,
  events: readonly PlannedEvent[],
): ExchangeWords {
  const { t } = useTranslation(['exchange', 'domain', 'common']);
  const language = useLanguage();
  const event = events[0];
  const zone = event?.timeZone ?? 'UTC';
  const fieldName = (field: string): string => (isField(field) ? t(`exchange:fields.${field}`) : field);

  function nameOf({ table, key, ours, theirs }: RecordMerge): string {
    if (table === 'settings') return t('exchange:table.settings');
    if (table !== 'reports') return nameIn(theirs ?? ours);
    return events.find(({ id }) => id === key)?.name ?? t('exchange:table.reports');
  }

  function placeOf({ ours, theirs }: RecordMerge, { path }: FieldChange): string {
    const names: string[] = [];
    let sides: unknown[] = [theirs, ours];
    for (const step of path) {
      const isInList = sides.some(Array.isArray);
      sides = sides.map((side) => inside(side, step));
      if (step === orderStep) names.push(t('exchange:order'));
      else if (!isInList) names.push(fieldName(step));
      else names.push(sides.map(nameIn).find((name) => name !== '') ?? '');
    }
    return names.filter((name) => name !== '').join(', ');
  }

  function textOf(merge: RecordMerge, field: FieldChange, value: unknown): string {
    const { path, fields } = field;
    if (fields && isPlain(value)) {
      return fields
        .map((name) => `${fieldName(name)} ${valueText(merge.table, [name], value[name])}`)
        .join(' · ');
    }
    if (path.at(-1) === orderStep && Array.isArray(value)) {
      const list = path
        .slice(0, -1)
        .reduce<unknown>((side, step) => inside(side, step), merge.theirs ?? merge.ours);
      return value.map((id: string) => nameIn(inside(list, id))).join(', ');
    }
    return valueText(merge.table, path, value);
  }

  function valueText(table: MergedTable, path: readonly string[], value: unknown): string {
    const field = path.at(-1) ?? '';
    if (value === undefined) return t('exchange:absent');
    if (value === null || value === '') return t('exchange:nothing');
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
    if (typeof value === 'number')
      return field === 'estimateMinutes' ? formatMinutes(value, language) : formatNumber(value, language);
    if (typeof value === 'string') return stringText(table, path, field, value);
    if (Array.isArray(value)) return listText(field, value);
    const span = spanSchema.safeParse(value);
    if (span.success) return formatSpan(span.data.startsAt, span.data.endsAt, zone, 'medium', language);
    if (field === 'plan') return planText(value as TaskPlan);
    return nameIn(value) || t('exchange:things', { count: Object.keys(value).length });
  }

  function stringText(table: MergedTable, path: readonly string[], field: string, value: string): string {
    const word = enumWord(table, path, field, value);
    if (word !== null) return word;
    if (field === 'eventId') return events.find(({ id }) => id === value)?.name ?? value;
    if (daySchema.safeParse(value).success) return formatDay(value, 'medium', language);
    if (instantSchema.safeParse(value).success) return formatInstant(value, zone, 'medium', language);
    return value.length > longestText ? `${value.slice(0, longestText)}…` : value;
  }

  function enumWord(
    table: MergedTable,
    path: readonly string[],
    field: string,
    value: string,
  ): string | null {
    const group = enumGroup(table, path, field);
    if (!group || !(value in domain[group])) return null;
    return t(`domain:${group}.${value}` as 'domain:role.organiser');
  }

  function listText(field: string, list: readonly unknown[]): string {
    if (list.length === 0) return t('exchange:nothing');
    if (field === 'dependsOn')
      return list.map((id) => titles.get(String(id)) ?? t('exchange:goneTask')).join(', ');
    if (list.every((one) => typeof one !== 'object')) return list.join(', ');
    return list.map((one) => nameIn(one) || '…').join(', ');
  }

  function planText({ anchor, offsetDays, unit }: TaskPlan): string {
    const custom = anchor.kind === 'custom' ? anchor.anchorId : null;
    const name =
      event?.customAnchors.find(({ id }) => id === custom)?.name ?? t(`domain:anchor.${anchor.kind}`);
    const sign = offsetDays > 0 ? '+' : '';
    return `${name} ${sign}${formatNumber(offsetDays, language)} ${t(`domain:unit.${unit}`)}`;
  }

  return { nameOf, placeOf, textOf };
}

type EnumGroup = Exclude<keyof typeof domain, 'anchor' | 'unit'>;

function enumGroup(table: MergedTable, path: readonly string[], field: string): EnumGroup | null {
  if (field === 'status') {
    if (table === 'tasks') return 'taskStatus';
    return path.length > 1 ? 'hostRequestStatus' : 'status';
  }
  if (field === 'kind') {
    if (table === 'periods') return 'periodKind';
    return table === 'reports' ? 'recommendation' : 'kind';
  }
  return field === 'role' || field === 'priority' || field === 'direction' ? field : null;
}

/** What a thing is called, by whichever field says it. */
function nameIn(thing: unknown): string {
  if (!isPlain(thing)) return '';
  const named = ['name', 'title', 'function', 'subject', 'text'].map((field) => thing[field]);
  return named.find((name): name is string => typeof name === 'string' && name !== '') ?? '';
}

function inside(side: unknown, step: string): unknown {
  if (Array.isArray(side)) return side.find((one: unknown) => isPlain(one) && one['id'] === step);
  return isPlain(side) ? side[step] : undefined;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isField(field: string): field is FieldName {
  return field in exchange.fields;
}
