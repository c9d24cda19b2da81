import type { Partner } from '@shared/domain/plannedEvent';

/**
 * « Nom – activité (commune) », as lists of organisations are written: dash and brackets may be missing. A bullet or a number at
 * the head of the line is dropped.
 */
export function partnerOf(line: string, id: string): Partner {
  const text = line.replace(/^\s*(?:[-–•*]|\d+[.)])\s+/, '').trim();
  const [, head = text, commune = ''] = /^(.*?)\s*\(([^()]*)\)$/.exec(text) ?? [];
  const [, name = head, activity = ''] = /^(.+?)\s+[–—-]\s+(.+)$/.exec(head) ?? [];
  return { id, name: name.trim(), activity: activity.trim(), commune: commune.trim() };
}
