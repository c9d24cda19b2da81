import type { SaidOfCsv, Separator } from '@shared/interchange/csv';
import { type PeopleColumn, peopleColumns } from '@shared/interchange/peopleCells';
import type { PeopleMapping } from '@shared/interchange/peopleCsv';
import type { Encoding } from '@shared/interchange/text';
import { useTranslation } from 'react-i18next';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { SelectField } from '@renderer/ui/SelectField';
import type { TableFacts } from '@renderer/workers/peopleImport.worker';
import styles from './Import.module.css';

type Props = {
  fileName: string;
  table: TableFacts;
  mapping: PeopleMapping;
  onRead: (separator: Separator, said: SaidOfCsv) => void;
  onMapping: (mapping: PeopleMapping) => void;
};

const ignored = 'ignored';
const separators = [';', ',', '\t'] as const satisfies readonly Separator[];
const encodings = ['utf-8', 'windows-1252', 'utf-16'] as const satisfies readonly Encoding[];

/** How the file was read, to be corrected, and what each of its columns fills, with the first values as a reminder. */
export function ImportColumns({ fileName, table, mapping, onRead, onMapping }: Props) {
  const { t } = useTranslation('people');
  const { separator, encoding, hasHeader } = table;
  const read = (change: Partial<{ separator: Separator } & SaidOfCsv>): void => {
    const { separator: next = separator, ...said } = change;
    onRead(next, { encoding, hasHeader, ...said });
  };
  function setColumn(index: number, column: PeopleColumn | typeof ignored): void {
    const chosen = column === ignored ? null : column;
    // A field of people is filled by one column of the file.
    onMapping(mapping.map((one, at) => (at === index ? chosen : one === chosen ? null : one)));
  }
  return (
    <section className={styles.file} aria-label={t('import.file')}>
      <h2 dir="auto">{fileName}</h2>
      <p>{t('import.rows', { count: table.rowCount })}</p>
      <div className={styles.pair}>
        <SelectField
          label={t('import.separator')}
          value={separator}
          options={separators.map((id) => ({ id, label: id === '\t' ? t('import.tab') : id }))}
          onChange={(next) => read({ separator: next })}
        />
        <SelectField
          label={t('import.encoding')}
          value={encoding}
          options={encodings.map((id) => ({ id, label: t(`import.encodings.${id}`) }))}
          onChange={(next) => read({ encoding: next })}
        />
      </div>
      <CheckboxField isSelected={hasHeader} onChange={(isOn) => read({ hasHeader: isOn })}>
        {t('import.hasHeader')}
      </CheckboxField>
      <h3>{t('import.mapping')}</h3>
      <ul>
        {table.headers.map((header, index) => (
          <li key={`${index}-${header}`} data-ignored={mapping[index] ? undefined : true}>
            <SelectField
              label={header || t('import.columnNumber', { number: index + 1 })}
              help={
                table.sample
                  .map((cells) => shortened(cells[index]?.trim() ?? ''))
                  .filter(Boolean)
                  .join(' · ') || undefined
              }
              value={mapping[index] ?? ignored}
              options={[
                { id: ignored, label: t('import.ignored') },
                ...peopleColumns.map((id) => ({ id, label: t(`import.columns.${id}`) })),
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
