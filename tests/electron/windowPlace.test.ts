import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeOn, smallest } from '../../electron/windowPlace';

const laptop = { x: 0, y: 0, width: 1920, height: 1050 };
const projector = { x: 1920, y: 0, width: 1280, height: 800 };

test('the window opens where it was left', () => {
  const place = { x: 200, y: 100, width: 1400, height: 900 };
  expect(placeOn([laptop, projector], place)).toEqual(place);
});

test('the first time, it stands in the middle of the first display', () => {
  expect(placeOn([laptop, projector], null)).toEqual({ x: 280, y: 95, width: 1360, height: 860 });
});

test('left on a projector that is gone, it comes back to the laptop', () => {
  const place = { x: 2000, y: 50, width: 1200, height: 700 };
  expect(placeOn([laptop, projector], place)).toEqual(place);
  expect(placeOn([laptop], place)).toEqual({ x: 280, y: 95, width: 1360, height: 860 });
});

test('its title bar must be in reach: 120 points of it are enough, 119 are not', () => {
  const at = (x: number) => placeOn([laptop], { x, y: 100, width: 1000, height: 700 });
  expect(at(1800).x).toBe(1800);
  expect(at(1801).x).not.toBe(1801);
  expect(placeOn([laptop], { x: 100, y: -600, width: 1000, height: 700 }).y).toBeGreaterThanOrEqual(0);
});

test('larger than the display, it is brought to its size', () => {
  expect(placeOn([projector], { x: 1930, y: 0, width: 1900, height: 1000 })).toEqual(projector);
});

test('wherever it was and whatever is plugged in, it is in reach and fits', () => {
  const numbers = fc.integer({ min: -5000, max: 5000 });
  const display = fc.record({
    x: numbers,
    y: numbers,
    width: fc.integer({ min: smallest.width, max: 4000 }),
    height: fc.integer({ min: smallest.height, max: 3000 }),
  });
  const remembered = fc.record({
    x: numbers,
    y: numbers,
    width: fc.integer({ min: 1, max: 9000 }),
    height: fc.integer({ min: 1, max: 9000 }),
  });
  fc.assert(
    fc.property(
      fc.array(display, { minLength: 1, maxLength: 3 }),
      fc.option(remembered),
      (displays, place) => {
        const { x, y, width, height } = placeOn(displays, place);
        const host = displays.find(
          (each) =>
            x + width >= each.x + 120 &&
            x <= each.x + each.width - 120 &&
            y >= each.y - 10 &&
            y <= each.y + each.height - 40 &&
            width <= each.width &&
            height <= each.height,
        );
        expect(host).toBeDefined();
      },
    ),
  );
});
