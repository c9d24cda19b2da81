/** Largest logo that documents carry. */
export const maxLogoBytes = 2 * 1024 * 1024;

/** The picture as a `data:` address, told by its first bytes; `null` when it is no PNG, JPEG or SVG, is too large, or is an SVG with a script. */
export function logoAddress(bytes: Uint8Array): string | null {
  const type = pictureType(bytes);
  if (type === null || bytes.byteLength > maxLogoBytes) return null;
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8_192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return `data:${type};base64,${btoa(binary)}`;
}

function pictureType(bytes: Uint8Array): 'image/png' | 'image/jpeg' | 'image/svg+xml' | null {
  const starts = (...expected: number[]): boolean => expected.every((byte, index) => bytes[index] === byte);
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png';
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg';
  const text = new TextDecoder().decode(bytes.subarray(0, maxLogoBytes));
  const isSvg = /^\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(text);
  return isSvg && !/<script|\son\w+\s*=|javascript:|<foreignObject/i.test(text) ? 'image/svg+xml' : null;
}
