import { withoutOverlap } from '@shared/interchange/reportCharts';
import { expect, test } from 'vitest';

test('names of months stand clear of each other: the year goes first, then the name', () => {
  const ticks = [
    { at: 0.1, label: 'septembre 2026' },
    { at: 0.29, label: 'octobre' },
    { at: 0.5, label: 'novembre' },
    { at: 0.75, label: 'décembre' },
    { at: 0.95, label: 'janvier 2027' },
  ];
  expect(withoutOverlap(ticks)).toEqual([
    { at: 0.1, label: 'septembre' },
    { at: 0.29, label: 'octobre' },
    { at: 0.5, label: 'novembre' },
    { at: 0.75, label: 'décembre' },
  ]);
  const roomy = [
    { at: 0.1, label: 'septembre 2026' },
    { at: 0.5, label: 'octobre' },
  ];
  expect(withoutOverlap(roomy)).toEqual(roomy);
});
