/**
 * The one `<style>` that React Aria adds while running (`usePress`). It changes with its version: a test computes it anew from
 * the installed package.
 */
export const ariaStyleHash = 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=';

const closed = [
  "default-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
];

/** The page: its own files and nothing else. WebAssembly may be compiled, text may not become script. */
export const pagePolicy = [
  ...closed,
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' '${ariaStyleHash}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
].join('; ');

/** A document to print: no script at all, its own styles, images and fonts from the program or from itself. */
export const printPolicy = [
  ...closed,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
].join('; ');

/** In a plain browser there is no print window: the page prints from a frame of its own, which has the policy of a printed document. */
export const browserPagePolicy = `${pagePolicy}; frame-src 'self'`;
export const browserPaperPolicy = printPolicy.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
