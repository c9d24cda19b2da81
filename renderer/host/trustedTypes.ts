/** Chromium's factory, of which TypeScript's own DOM library knows nothing yet. */
type Factory = {
  createPolicy: (
    name: string,
    rules: {
      createHTML: (text: string) => string | null;
      createScriptURL: (address: string) => string | null;
    },
  ) => unknown;
};

/**
 * Before anything is drawn: the one policy that the page's security policy admits, `default`. Text never becomes markup or script in
 * this page, save what stands here: the empty text, with which React Aria clears what it has announced, and the page's own workers.
 * Anything else throws where it is assigned.
 */
export function trustOnlyOurOwn(
  factory: Factory | undefined = (globalThis as { trustedTypes?: Factory }).trustedTypes,
): void {
  factory?.createPolicy('default', {
    createHTML: (text) => (text === '' ? text : null),
    createScriptURL: (address) => (isOwnWorker(address, location.href) ? address : null),
  });
}

/** A worker that the build made, beside the page at `pageAddress`. */
export function isOwnWorker(address: string, pageAddress: string): boolean {
  const folder = new URL('assets/', pageAddress).href;
  return (
    URL.canParse(address, pageAddress) &&
    /^[\w-]+\.worker-[\w-]+\.js$/.test(new URL(address, pageAddress).href.replace(folder, ''))
  );
}
