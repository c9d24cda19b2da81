import { defaultSettings, type Settings } from '@shared/domain/settings';
import type { Database } from './database';
import { type Commit, put } from './writeDoor';

/** `null` on the very first start. */
export async function settingsOf(database: Database): Promise<Settings | null> {
  return (await database.settings.get('workspace')) ?? null;
}

export async function settingsOrDefault(database: Database): Promise<Settings> {
  return (await settingsOf(database)) ?? defaultSettings;
}

export function changeSettings(commit: Commit, settings: Settings) {
  return commit({ key: 'settingsChanged', params: {} }, [put('settings', settings)]);
}
