import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '@renderer/ui/ProgressBar';

const patienceMilliseconds = 300;

/** Nothing for a moment, then that the roster is being read. */
export function Reading() {
  const { t } = useTranslation('common');
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? <ProgressBar label={t('loading')} value={null} /> : null;
}
