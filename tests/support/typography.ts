/** French texts, anywhere inside a value, that have a straight apostrophe or quote, or an ordinary space where a narrow no-break one belongs. */
export function typographyFaults(value: unknown): string[] {
  if (typeof value === 'string')
    return /['"]|[ \u00a0][;:!?%]|[^\s\u202f][;!?](\s|$)|«[^\u00a0\u202f]|[^\u00a0\u202f]»|\.\.\./.test(value)
      ? [value]
      : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(typographyFaults);
}
