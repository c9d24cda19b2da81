import { z } from 'zod';
import { printJobSchema } from '@shared/ipc';

export type Rectangle = Readonly<{ x: number; y: number; width: number; height: number }>;

/** What is remembered of the window between two starts: its place, and how its frame looked. */
export const rememberedSchema = z.object({
  bounds: z
    .object({ x: z.int(), y: z.int(), width: z.int().positive(), height: z.int().positive() })
    .nullable(),
  isMaximized: z.boolean(),
  language: printJobSchema.shape.language.nullable(),
  theme: z.enum(['system', 'light', 'dark']),
});
export type Remembered = Readonly<z.infer<typeof rememberedSchema>>;

export const nothingRemembered: Remembered = {
  bounds: null,
  isMaximized: false,
  language: null,
  theme: 'system',
};

export const smallest = { width: 960, height: 640 };
const usual = { width: 1360, height: 860 };
/** As much of the title bar must be in reach for the window to be moved. */
const reach = { width: 120, height: 40 };

/**
 * Where to open: the remembered place if a display still shows enough of its title bar, else the usual size in the middle of the
 * first display. Never larger than the display, never smaller than the page can be.
 */
export function placeOn(workAreas: readonly Rectangle[], remembered: Rectangle | null): Rectangle {
  const area = remembered && workAreas.find((each) => showsTitle(each, remembered));
  if (remembered && area) {
    const [width, height] = sizeIn(area, remembered);
    const isWhole = width === remembered.width && height === remembered.height;
    return isWhole ? remembered : { ...middle(area, width, height), width, height };
  }
  const first = workAreas[0] ?? { x: 0, y: 0, ...usual };
  const [width, height] = sizeIn(first, usual);
  return { ...middle(first, width, height), width, height };
}

function sizeIn(area: Rectangle, wanted: { width: number; height: number }): [width: number, height: number] {
  return [
    Math.min(Math.max(wanted.width, smallest.width), area.width),
    Math.min(Math.max(wanted.height, smallest.height), area.height),
  ];
}

function middle(area: Rectangle, width: number, height: number): { x: number; y: number } {
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
  };
}

function showsTitle(area: Rectangle, { x, y, width }: Rectangle): boolean {
  const shown = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
  return shown >= reach.width && y >= area.y - reach.height / 4 && y <= area.y + area.height - reach.height;
}
