import type { csvImport as reference } from '../fr/csvImport';
import type { SameKeys } from '../words';

export const csvImport = {
  choose: 'Choose a file',
  again: 'Another file',
  reading: 'Reading {{name}}',
  refused: '“{{name}}” was not read: {{reason}}. Nothing was changed.',
  unreadable: 'The file could not be opened: {{reason}}. Nothing was changed.',
  failed: 'The import was not saved: {{reason}}. Nothing was changed.',
  file: 'The file',
  rows_one: '{{count, number}} line',
  rows_other: '{{count, number}} lines',
  separator: 'Separator',
  tab: 'tab',
  encoding: 'Encoding',
  encodings: { 'utf-8': 'UTF-8', 'utf-16': 'UTF-16', 'windows-1252': 'Windows-1252' },
  hasHeader: 'The first line titles the columns',
  mapping: 'Columns',
  columnNumber: 'Column {{number}}',
  ignored: 'Ignored',
  whatItDoes: 'What the import would do',
  line: 'Line',
  lineNumber: 'Line {{line}}',
  lineTitle: 'Line {{line}}: {{title}}',
  result: 'Result',
  detail: 'Detail',
  nothing: 'Nothing to import',
} as const satisfies SameKeys<typeof reference>;
