import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import type { CalendarName } from './calendarsPage';
import { median, ms, printTable } from './table';

const names: Record<CalendarName, string> = {
  ours: 'ours, fed the visible days',
  bare: 'react-big-calendar, fed everything',
  full: 'FullCalendar 7, fed everything',
};
const repeats = 3;
const navigations = 6;

/** The same events in the same box, one calendar after the other, three times over: the median of going to the next period and back. */
export async function benchCalendars(): Promise<void> {
  const served = await production();
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  try {
    const rows: string[][] = [];
    for (const view of ['month', 'week'] as const) {
      for (const count of [200, 1_000, 5_000]) {
        const values: Record<CalendarName, number[]> = { ours: [], bare: [], full: [] };
        const elements: Record<CalendarName, number> = { ours: 0, bare: 0, full: 0 };
        for (let repeat = 0; repeat < repeats; repeat += 1) {
          for (const name of Object.keys(names) as CalendarName[]) {
            const page = await browser.newPage({ viewport: { width: 1320, height: 820 } });
            await page.goto(served.address);
            await page.waitForFunction(() => 'benchCalendar' in window);
            const result = await page.evaluate(
              ([which, seen, many, rounds]) => window.benchCalendar(which, seen, many, rounds),
              [name, view, count, navigations] as const,
            );
            values[name].push(...result.navigate);
            elements[name] = result.elements;
            await page.close();
          }
        }
        const own = median(values.ours);
        rows.push([
          `${view}, ${count} events`,
          ...(Object.keys(names) as CalendarName[]).map(
            (name) => `${ms(median(values[name]))} (${elements[name]} elements)`,
          ),
          (own / median(values.bare)).toFixed(2),
          (own / median(values.full)).toFixed(2),
        ]);
      }
    }
    printTable(
      `Going to the next ${'period'} and back, median of ${repeats * navigations}`,
      ['', ...Object.values(names), 'ours / rbc', 'ours / FullCalendar'],
      rows,
    );
  } finally {
    await browser.close();
    await served.close();
  }
}

/** Built as for release, so that no library is slowed by its warnings. */
async function production(): Promise<{ address: string; close: () => Promise<void> }> {
  const common = { configFile: 'build/vite.bench.config.ts', logLevel: 'error' } as const;
  await build(common);
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 4_199 } });
  return {
    address: `${server.resolvedUrls?.local[0] ?? ''}tests/bench/calendars.html`,
    close: () => server.close(),
  };
}
