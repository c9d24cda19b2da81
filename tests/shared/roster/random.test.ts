import { fallBetween, patience, randomFrom } from '@shared/roster/random';
import { expect, test } from 'vitest';

test('the same seed draws the same numbers', () => {
  const [one, other] = [randomFrom(7), randomFrom(7)];
  expect([one(), one(), one()]).toEqual([other(), other(), other()]);
});

test('patience is the logarithm, summed by hand', () => {
  for (const draw of [0, 1, 1_000, 4_095])
    expect(patience[draw]).toBeCloseTo(-Math.log((draw + 0.5) / 4_096), 12);
});

test('falling by equal ratios is a power, multiplied by hand', () => {
  expect(fallBetween(15, 0.06, 0)).toBe(15);
  expect(fallBetween(15, 0.06, 0.5)).toBeCloseTo(15 * (0.06 / 15) ** 0.5, 9);
  expect(fallBetween(15, 0.06, 1)).toBeCloseTo(0.06, 9);
});
