import type { SaidOfCsv, Separator } from '@shared/interchange/csv';
import type { Encoding } from '@shared/interchange/text';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '../ui/CheckboxField';
import { SelectField } from '../ui/SelectField';
import type { CsvMapping, TableFacts } from '../workers/csvImport';
import styles from './CsvImport.module.css';

type Props<Column extends string> = {
  fileName: string;
  table: TableFacts;
  /** What a column of the file may fill, in the order in which it is offered. */
  columns: readonly Column[];
  columnName: (column: Column) => string;
  mapping: CsvMapping<Column>;
  onRead: (separator: Separator, said: SaidOfCsv) => void;
  onMapping: (mapping: CsvMapping<Column>) => void;
};

const ignored = 'ignored';
const separators = [';', ',', '\t'] as const satisfies readonly Separator[];
const encodings = ['utf-8', 'windows-1252', 'utf-16'] as const satisfies readonly Encoding[];

/** How the file was read, to be corrected, and what each of its columns fills, with the first values as a reminder. */
export function CsvColumns<Column extends string>({
  fileName,
  table,
  columns,
  columnName,
  mapping,
  onRead,
  onMapping,
}: Props<Column>) {
  const { t } = useTranslation('csvImport');
  const { separator, encoding, hasHeader } = table;
  const read = (change: Partial<{ separator: Separator } & SaidOfCsv>): void => {
    const { separator: next = separator, ...said } = change;
    onRead(next, { encoding, hasHeader, ...said });
  };
  function setColumn(index: number, column: Column | typeof ignored): void {
    const chosen = column === ignored ? null : column;
    // A field is filled by one column of the file.
    onMapping(mapping.map((one, at) => (at === index ? chosen : one === chosen ? null : one)));
  }
  return (
    <section className={styles.file} aria-label={t('file')}>
      <h2 dir="auto">{fileName}</h2>
      <p>{t('rows', { count: table.rowCount })}</p>
      <div className={styles.pair}>
        <SelectField
          label={t('separator')}
          value={separator}
          options={separators.map((id) => ({ id, label: id === '\t' ? t('tab') : id }))}
          onChange={(next) => read({ separator: next })}
        />
        <SelectField
          label={t('encoding')}
          value={encoding}
          options={encodings.map((id) => ({ id, label: t(`encodings.${id}`) }))}
          onChange={(next) => read({ encoding: next })}
        />
      </div>
      <CheckboxField isSelected={hasHeader} onChange={(isOn) => read({ hasHeader: isOn })}>
        {t('hasHeader')}
      </CheckboxField>
      <h3>{t('mapping')}</h3>
      <ul>
        {table.headers.map((header, index) => (
          <li key={`${index}-${header}`} data-ignored={mapping[index] ? undefined : true}>
            <SelectField<Column | typeof ignored>
              label={header || t('columnNumber', { number: index + 1 })}
              help={
                table.sample
                  .map((cells) => shortened(cells[index]?.trim() ?? ''))
                  .filter(Boolean)
                  .join(' · ') || undefined
              }
              value={mapping[index] ?? ignored}
              options={[
                { id: ignored, label: t('ignored') },
                ...columns.map((id) => ({ id, label: columnName(id) })),
              ]}
              onChange={(column) => setColumn(index, column)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function shortened(text: string): string {
  return text.length > 36 ? `${text.slice(0, 34)}…` : text;
}
