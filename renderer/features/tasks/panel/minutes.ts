const patterns: readonly [RegExp, (hours: string, minutes: string) => number][] = [
  [/^(\d{1,5})h(\d{1,2})?(?:m|mn|min)?$/, (hours, minutes) => Number(hours) * 60 + Number(minutes || 0)],
  [/^(\d{1,5}):(\d{2})$/, (hours, minutes) => Number(hours) * 60 + Number(minutes)],
  [/^(\d{1,5}[.,]\d{1,2})h$/, (hours) => Math.round(Number(hours.replace(',', '.')) * 60)],
  [/^(\d{1,7})(?:m|mn|min|minutes?)?$/, (minutes) => Number(minutes)],
];

/** Minutes of « 1 h 30 », `1h30`, `1:30`, `1,5 h`, `90 min` or `90`; `null` when it is none of these. */
export function parseMinutes(text: string): number | null {
  const plain = text.toLowerCase().replace(/\s/gu, '');
  for (const [pattern, minutesOf] of patterns) {
    const match = pattern.exec(plain);
    if (match) return minutesOf(match[1] ?? '', match[2] ?? '');
  }
  return null;
}

/** A whole number, with a true or a plain minus, its thousands grouped or not; `null` when it is none. */
export function parseInteger(text: string): number | null {
  const plain = text.replace(/\s/gu, '').replace('−', '-');
  return /^[+-]?\d{1,9}$/.test(plain) ? Number(plain) : null;
}
