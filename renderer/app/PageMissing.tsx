import { useTranslation } from 'react-i18next';
import { paths } from '../navigation/paths';
import { useGo } from '../navigation/searchState';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { icons } from '../ui/icons';

export function PageMissing() {
  const { t } = useTranslation('shell');
  const go = useGo();
  return (
    <EmptyState
      isPage
      icon={<icons.search />}
      title={t('pageMissing.title')}
      action={<Button onPress={() => go(paths.today())}>{t('pageMissing.action')}</Button>}
    >
      {t('pageMissing.sentence')}
    </EmptyState>
  );
}
