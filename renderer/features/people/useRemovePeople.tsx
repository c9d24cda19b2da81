import type { StaffMember } from '@shared/domain/staffMember';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePeople, countAssignmentsOf, deletePeople } from '@renderer/data/people';
import { useCommit, useDatabase } from '@renderer/data/workspaceContext';
import { Button } from '@renderer/ui/Button';
import { Dialog } from '@renderer/ui/Dialog';

type Asked = { people: readonly StaffMember[]; assignments: number };

/**
 * Deletes at once those who hold no assignment; about the others it asks, because marking them as left keeps the rosters. `question`
 * is to be drawn; `onDone` follows either answer.
 */
export function useRemovePeople(onDone: () => void): {
  remove: (people: readonly StaffMember[]) => Promise<void>;
  question: ReactNode;
} {
  const { t } = useTranslation(['people', 'common']);
  const commit = useCommit();
  const database = useDatabase();
  const [asked, setAsked] = useState<Asked | null>(null);

  async function remove(people: readonly StaffMember[]): Promise<void> {
    if (people.length === 0) return;
    const assignments = await countAssignmentsOf(
      database,
      people.map(({ id }) => id),
    );
    if (assignments > 0) return setAsked({ people, assignments });
    await deletePeople(database, commit, people);
    onDone();
  }
  async function answer(work: Promise<unknown>): Promise<void> {
    setAsked(null);
    await work;
    onDone();
  }
  const question = asked && (
    <Dialog
      title={t('remove.title')}
      onClose={() => setAsked(null)}
      footer={
        <>
          <Button onPress={() => setAsked(null)}>{t('common:cancel')}</Button>
          <Button variant="danger" onPress={() => void answer(deletePeople(database, commit, asked.people))}>
            {t('remove.confirm')}
          </Button>
          <Button
            variant="primary"
            onPress={() => void answer(changePeople(commit, asked.people, { hasLeft: true }))}
          >
            {t('remove.markLeft')}
          </Button>
        </>
      }
    >
      <p>{t('remove.sentence', { count: asked.assignments })}</p>
      <p>{t('remove.advice')}</p>
    </Dialog>
  );
  return { remove, question };
}
