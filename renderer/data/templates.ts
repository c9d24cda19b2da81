import type { TaskTemplate } from '@shared/domain/taskTemplate';
import type { Database } from './database';
import { type Commit, put, remove } from './writeDoor';

export async function allTemplates(database: Database): Promise<TaskTemplate[]> {
  const templates = await database.templates.toArray();
  return templates.sort((left, right) => left.name.localeCompare(right.name));
}

export function saveTemplate(commit: Commit, template: TaskTemplate) {
  return commit({ key: 'templateSaved', params: { name: template.name } }, [put('templates', template)]);
}

export function deleteTemplate(commit: Commit, template: TaskTemplate) {
  return commit({ key: 'templateDeleted', params: { name: template.name } }, [
    remove('templates', template.id),
  ]);
}
