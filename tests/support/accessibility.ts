import axe from 'axe-core';

/** What axe finds in the page as it stands, one line for each fault; nothing to find is an empty list. */
export async function accessibilityFaults(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`,
  );
}
