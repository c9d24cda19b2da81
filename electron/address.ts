/**
 * Where the page lives. The scheme and the host make its origin, and the origin owns its database: changing one loses every
 * user's data. A test holds them.
 */
export const scheme = 'app';
export const origin = `${scheme}://regie`;
export const firstDocument = `${origin}/index.html`;
/** The page that makes pages of a report, for the command line. */
export const paginationDocument = `${origin}/print.html`;
/** Under the system's folder for application data: as much for ever as the origin. */
export const profileFolderName = 'Regie';

const outsideSchemes = new Set(['https:', 'mailto:', 'tel:']);
const insideSchemes = new Set([`${scheme}:`, 'devtools:', 'data:', 'blob:']);

/** `address` without the part after `#`, which belongs to the page's own routing. */
export function isPage(address: string, pageAddress: string = firstDocument): boolean {
  return address.split('#', 1)[0] === pageAddress;
}

/** What the system's browser, mail or telephone may be asked to open. */
export function mayOpenOutside(address: string): boolean {
  return URL.canParse(address) && outsideSchemes.has(new URL(address).protocol);
}

/** What a page may ask the network layer for: nothing that leaves the machine. */
export function staysInside(address: string): boolean {
  return URL.canParse(address) && insideSchemes.has(new URL(address).protocol);
}
