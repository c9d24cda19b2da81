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

/**
 * The page: its own files and nothing else. WebAssembly may be compiled, text may not become script or markup: the one Trusted Types
 * policy, `default`, is `renderer/host/trustedTypes.ts`.
 */
export const pagePolicy = [
  ...closed,
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' '${ariaStyleHash}'`,
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

const paper = [
  ...closed,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
].join('; ');

/** A document to print: no script at all, its own styles, images and fonts from the program or from itself. */
export const printPolicy = `${paper}; require-trusted-types-for 'script'; trusted-types 'none'`;

/**
 * In a plain browser there is no print window: the page prints from a frame of its own, which has the policy of a printed document,
 * but that the page may write the document into it. Nothing in it can run.
 */
export const browserPagePolicy = `${pagePolicy}; frame-src 'self'`;
export const browserPaperPolicy = paper.replace("frame-ancestors 'none'", "frame-ancestors 'self'");
