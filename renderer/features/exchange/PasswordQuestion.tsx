import type { FileProblem } from '@shared/interchange/text';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@renderer/ui/Button';
import { TextField } from '@renderer/ui/TextField';
import styles from './Exchange.module.css';

type Props = {
  /** Of the file. */
  name: string;
  problem: FileProblem | null;
  onPassword: (password: string) => void;
  onCancel: () => void;
};

export function PasswordQuestion({ name, problem, onPassword, onCancel }: Props) {
  const { t } = useTranslation(['exchange', 'common']);
  const [password, setPassword] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (password !== '') onPassword(password);
  }
  return (
    <form className={styles.start} onSubmit={submit}>
      <h2 dir="auto">{t('import.passwordTitle', { name })}</h2>
      <TextField
        label={t('import.password')}
        type="password"
        autoFocus
        value={password}
        onChange={setPassword}
        error={problem ? t('import.passwordRefused') : undefined}
      />
      <div className={styles.actions}>
        <Button onPress={onCancel}>{t('common:cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={password === ''}>
          {t('import.open')}
        </Button>
      </div>
    </form>
  );
}
