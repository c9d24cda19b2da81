import { useEffect, useState } from 'react';
import { ProgressBar } from './ProgressBar';

const patienceMilliseconds = 300;

/** Nothing for a moment, then that it is being read: `label`, in words. */
export function Reading({ label }: { label: string }) {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), patienceMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return isLong ? <ProgressBar label={label} value={null} /> : null;
}
