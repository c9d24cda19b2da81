import '@shared/domain/zodWithoutEval';
import type { PeopleColumn } from '@shared/interchange/peopleCells';
import {
  type PeopleImportContext,
  type PeopleImportPlan,
  planPeopleImport,
  proposePeopleMapping,
} from '@shared/interchange/peopleCsv';
import { v7 as newUuid } from 'uuid';
import { serveCsvImport } from './csvImport';

export type ImportContext = Omit<PeopleImportContext, 'newId'>;

serveCsvImport<PeopleColumn, ImportContext, PeopleImportPlan>({
  propose: proposePeopleMapping,
  plan: (table, mapping, context, tellShare) =>
    planPeopleImport(table, mapping, { ...context, newId: newUuid }, tellShare),
});
