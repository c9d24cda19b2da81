import { useTranslation } from 'react-i18next';
import { paths } from '@renderer/navigation/paths';
import { useGo } from '@renderer/navigation/searchState';
import { Button } from '@renderer/ui/Button';
import { EmptyState } from '@renderer/ui/EmptyState';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { nothingOpen, useRosterSearch } from './useRosterSearch';

/** An event without posts: what they are, and the three ways to have some. */
export function NoPosts() {
  const { t } = useTranslation('roster');
  const [, setSearch] = useRosterSearch();
  return (
    <EmptyState
      icon={<icons.people />}
      title={t('empty.posts')}
      action={
        <>
          <Button variant="primary" onPress={() => setSearch({ ...nothingOpen, import: '1' })}>
            {t('empty.import')}
          </Button>
          <Button onPress={() => setSearch({ ...nothingOpen, over: 'copy' })}>{t('empty.copy')}</Button>
          <Button onPress={() => setSearch({ ...nothingOpen, over: 'newPost' })}>{t('empty.create')}</Button>
        </>
      }
    >
      {t('empty.postsSentence')}
    </EmptyState>
  );
}

/** Posts, and nobody in the directory to hold them. */
export function NoPeople() {
  const { t } = useTranslation('roster');
  const go = useGo();
  return (
    <Notice
      kind="info"
      title={t('empty.people')}
      action={<Button onPress={() => go(paths.people())}>{t('empty.openPeople')}</Button>}
    >
      {t('empty.peopleSentence')}
    </Notice>
  );
}

/** By person, before anybody is assigned. */
export function NobodyYet() {
  const { t } = useTranslation('roster');
  const [, setSearch] = useRosterSearch();
  return (
    <EmptyState
      icon={<icons.people />}
      title={t('empty.nobodyYet')}
      action={<Button onPress={() => setSearch({ everybody: '1' })}>{t('everybody')}</Button>}
    >
      {t('empty.nobodyYetSentence')}
    </EmptyState>
  );
}
