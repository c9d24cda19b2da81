import { type TaskTemplate } from '@shared/domain/taskTemplate';
import { useTranslation } from 'react-i18next';
import { v7 as newUuid } from 'uuid';
import { z } from 'zod';
import { allTemplates, deleteTemplate, saveTemplate } from '@renderer/data/templates';
import { useCommit, useQuestion } from '@renderer/data/workspaceContext';
import { useSearchState } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { TemplateEditor } from './TemplateEditor';
import styles from './Templates.module.css';

/** The template being edited is in the address. */
const searchSchema = z.object({ template: z.uuid().optional() });

/** The backward plans kept for later: every line of them can be changed. */
export function TemplatesSection() {
  const { t } = useTranslation(['tasks', 'domain', 'common']);
  const templates = useQuestion(allTemplates, []);
  const commit = useCommit();
  const [{ template: openId }, setSearch] = useSearchState(searchSchema);
  if (!templates) return null;
  const open = templates.find(({ id }) => id === openId);
  const show = (id: string | undefined): void => setSearch({ template: id });
  if (open) return <TemplateEditor key={open.id} template={open} onBack={() => show(undefined)} />;

  async function add(template: TaskTemplate): Promise<void> {
    await saveTemplate(commit, template);
    show(template.id);
  }
  const blank = (): TaskTemplate => ({
    id: newUuid(),
    name: t('template.newName'),
    kind: 'other',
    role: 'organiser',
    hostRequests: [],
    tasks: [],
  });
  const copyOf = (template: TaskTemplate): TaskTemplate => ({
    ...template,
    id: newUuid(),
    name: t('template.copyOf', { name: template.name }).slice(0, 200),
  });
  const newButton = (
    <Button icon={<icons.add />} onPress={() => void add(blank())}>
      {t('template.new')}
    </Button>
  );
  if (templates.length === 0) {
    return (
      <EmptyState icon={<icons.template />} title={t('template.none')} action={newButton}>
        {t('template.help')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className={styles.help}>{t('template.help')}</p>
      <div className={styles.actions}>{newButton}</div>
      <ul aria-label={t('template.list')}>
        {templates.map((template) => (
          <li key={template.id} className={styles.template}>
            <button type="button" onClick={() => show(template.id)} dir="auto" title={template.name}>
              {template.name}
            </button>
            <span>{t(`domain:kind.${template.kind}`)}</span>
            <span>{t(`domain:role.${template.role}`)}</span>
            <span>{t('common:tasks', { count: template.tasks.length })}</span>
            <IconButton
              label={t('template.duplicate', { name: template.name })}
              icon={<icons.copy />}
              onPress={() => void add(copyOf(template))}
            />
            <IconButton
              label={t('template.delete', { name: template.name })}
              icon={<icons.delete />}
              onPress={() => void deleteTemplate(commit, template)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
