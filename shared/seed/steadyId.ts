/** The same uuid for the same words, for ever: what is seeded twice is there once. FNV-1a over four salts; version 8 (custom). */
export function steadyId(words: string): string {
  const parts = [0, 1, 2, 3].map((salt) => fnv(`${salt}/${words}`).toString(16).padStart(8, '0'));
  const hex = parts.join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-9${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
