import { type Settings, settingsSchema } from '@shared/domain/settings';
import { changeSettings } from '@renderer/data/settings';
import { useSettings } from '@renderer/data/settingsContext';
import { useCommit } from '@renderer/data/workspaceContext';
import { useSentence } from '@renderer/i18n/sentence';
import { useState } from 'react';

/** One setting: what is typed stays in the field with its sentence while the schema refuses it, and is saved once it does not. */
export function useSettingField<K extends keyof Settings>(name: K) {
  const settings = useSettings();
  const commit = useCommit();
  const sentence = useSentence();
  const [refused, setRefused] = useState<{ value: Settings[K]; error: string } | null>(null);

  function change(value: Settings[K]): void {
    const answer = settingsSchema.safeParse({ ...settings, [name]: value });
    if (answer.success) {
      setRefused(null);
      void changeSettings(commit, answer.data);
    } else {
      setRefused({ value, error: sentence(answer.error.issues[0]?.message ?? 'other') });
    }
  }

  return { value: refused ? refused.value : settings[name], error: refused?.error, change };
}
