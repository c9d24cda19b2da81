import { z } from 'zod';

const licenceSchema = z.object({
  name: z.string(),
  version: z.string(),
  licence: z.string(),
  text: z.string(),
});
export type Licence = Readonly<z.infer<typeof licenceSchema>>;

/** What the build wrote beside the page (`build/licences.ts`). A page that was not built, as in development, has none. */
export async function bundledLicences(): Promise<readonly Licence[]> {
  const answer = await fetch('licences.json');
  return z.array(licenceSchema).parse(await answer.json());
}

/** Those whose name or licence holds all the words. */
export function licencesWith(licences: readonly Licence[], words: string): readonly Licence[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return licences.filter(({ name, licence }) => {
    const text = `${name} ${licence}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}
