import '@shared/domain/zodWithoutEval';
import {
  planPostImport,
  type PostColumn,
  type PostImportContext,
  type PostImportPlan,
  proposePostMapping,
} from '@shared/interchange/postsCsv';
import { v7 as newUuid } from 'uuid';
import { serveCsvImport } from './csvImport';

export type ImportContext = Omit<PostImportContext, 'newId'>;

serveCsvImport<PostColumn, ImportContext, PostImportPlan>({
  propose: proposePostMapping,
  plan: (table, mapping, context, tellShare) =>
    planPostImport(table, mapping, { ...context, newId: newUuid }, tellShare),
});
