import { useMemo, useState } from 'react';
import { page, userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { ToastProvider } from '@renderer/ui/Toaster';
import '@renderer/ui/tokens.css';
import '@renderer/ui/base.css';
import { type Row, rowColumns, someRows, TaskTable } from './gallery';

const frame = { display: 'flex', width: 900, height: 420 };

type TableProps = Parameters<typeof TaskTable>[0];

async function show(props: TableProps): Promise<void> {
  await render(
    <ToastProvider>
      <div style={frame}>
        <TaskTable {...props} />
      </div>
    </ToastProvider>,
  );
}

const focused = (): string => document.activeElement?.textContent ?? '';
const grid = () => page.getByRole('grid', { name: 'Tâches' });

async function enterGrid(): Promise<void> {
  (document.querySelector('[data-row][tabindex="0"]') as HTMLElement).focus();
  await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('row');
}

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('a table by keyboard', () => {
  it('has one stop for Tab among its rows, wherever it is scrolled', async () => {
    await show({ count: 5_000 });
    const stops = (): number => document.querySelectorAll('[data-row][tabindex="0"]').length;
    expect(stops()).toBe(1);
    grid().element().scrollTo({ top: 60_000 });
    await expect.element(page.getByText('Réserver le site 2149', { exact: true })).toBeVisible();
    expect(stops()).toBe(1);
    const reachable = [...document.querySelectorAll<HTMLElement>('[data-row] button, [data-row] input')];
    expect(reachable.filter(({ tabIndex }) => tabIndex >= 0)).toEqual([]);
  });

  it('moves by one line, by a page, and to both ends, and draws where it goes', async () => {
    await show({ count: 5_000 });
    await enterGrid();
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toContain('Commander les barnums 2');
    await userEvent.keyboard('{End}');
    expect(focused()).toContain('Former au comptage 5000');
    expect(document.activeElement?.getAttribute('aria-rowindex')).toBe('5001');
    await expect.element(page.getByText('Former au comptage 5000', { exact: true })).toBeInViewport();
    await userEvent.keyboard('{PageUp}');
    expect(Number(document.activeElement?.getAttribute('aria-rowindex'))).toBeLessThan(4_995);
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(focused()).toContain('Réserver le site 1');
  });

  it('opens with Enter, chooses with Space, and extends then shrinks the choice with Shift', async () => {
    const onOpen = vi.fn<(row: Row) => void>();
    await show({ count: 300, onOpen });
    await enterGrid();
    await userEvent.keyboard('{Enter}');
    expect(onOpen.mock.calls.map(([{ id }]) => id)).toEqual(['row-0']);
    await userEvent.keyboard('{ArrowDown} ');
    await expect.element(page.getByText('300 lignes sur 300, 1 choisies')).toBeVisible();
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{ArrowDown}{/Shift}');
    await expect.element(page.getByText('300 lignes sur 300, 4 choisies')).toBeVisible();
    await userEvent.keyboard('{Shift>}{ArrowUp}{/Shift}');
    await expect.element(page.getByText('300 lignes sur 300, 3 choisies')).toBeVisible();
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.element(page.getByText('300 lignes sur 300, 300 choisies')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('300 lignes sur 300, 0 choisies')).toBeVisible();
  });

  it('goes into the controls of a row and comes back', async () => {
    await show({ count: 10 });
    await enterGrid();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Actions');
    await userEvent.keyboard('{Escape}');
    expect(document.activeElement?.getAttribute('role')).toBe('row');
  });

  it('folds a group with left and unfolds it with right, and says so', async () => {
    await show({ count: 30, isGrouped: true });
    await enterGrid();
    await userEvent.keyboard('{Home}');
    const heading = page.getByRole('button', { name: /Accueil 10/ });
    await expect.element(heading).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.element(heading).toHaveAttribute('aria-expanded', 'false');
    expect(grid().element().getAttribute('aria-rowcount')).toBe('24');
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(heading).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('j');
    expect(document.activeElement?.getAttribute('role')).toBe('row');
  });

  it('opens the row’s menu with Shift+F10 and gives the focus back', async () => {
    await show({ count: 10 });
    await enterGrid();
    await userEvent.keyboard('{Shift>}{F10}{/Shift}');
    await expect.element(page.getByRole('menuitem', { name: 'Ouvrir Réserver le site 1' })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('row-0');
  });

  it('opens the row’s menu where the pointer clicks', async () => {
    await show({ count: 10 });
    await page.getByText('Former au comptage 4').click({ button: 'right' });
    await expect.element(page.getByRole('menuitem', { name: 'Ouvrir Former au comptage 4' })).toBeVisible();
  });

  it('gives the focus to the neighbour of a row that goes', async () => {
    function Shrinking() {
      const [rows, setRows] = useState(() => someRows(5));
      return (
        <div style={frame}>
          <DataTable
            label="Tâches"
            language="fr"
            rows={rows}
            rowId={({ id }) => id}
            rowLabel={({ title }) => title}
            columns={rowColumns}
            onRowKey={({ id }, { key }) => {
              if (key === 'Delete') setRows((known) => known.filter((row) => row.id !== id));
              return key === 'Delete';
            }}
          />
        </div>
      );
    }
    await render(<Shrinking />);
    await enterGrid();
    await userEvent.keyboard('{ArrowDown}{Delete}');
    await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('row-2');
    await userEvent.keyboard('{End}{Delete}');
    await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('row-3');
  });
});

describe('what a table shows', () => {
  it('sorts up, down, then as it came, empty values last both ways', async () => {
    await show({ count: 10 });
    const heading = page.getByRole('columnheader', { name: 'Estimé' });
    const first = (): string => document.querySelector('[data-row]')?.textContent ?? '';
    await heading.getByRole('button').click();
    await expect.element(heading).toHaveAttribute('aria-sort', 'ascending');
    expect(first()).toContain('Réserver le site 1');
    await heading.getByRole('button').click();
    await expect.element(heading).toHaveAttribute('aria-sort', 'descending');
    expect(first()).toContain('Commander les barnums 2');
    expect([...document.querySelectorAll('[data-row]')].at(-1)?.textContent).toContain('attendu');
    await heading.getByRole('button').click();
    await expect.element(heading).toHaveAttribute('aria-sort', 'none');
  });

  it('keeps the rows that hold every word typed, accents aside', async () => {
    await show({ count: 60, filter: 'ecrire animation' });
    await expect.element(page.getByText('5 lignes sur 60, 0 choisies')).toBeVisible();
  });

  it('says what is missing when no row is left', async () => {
    await show({ count: 60, filter: 'zzz' });
    await expect.element(page.getByText('Rien ne correspond.')).toBeVisible();
  });

  it('draws a window of 10 000 rows, and all of 199', async () => {
    await show({ count: 10_000 });
    expect(document.querySelectorAll('[data-row]').length).toBeLessThan(60);
    expect(grid().element().getAttribute('aria-rowcount')).toBe('10001');
    await show({ count: 199 });
    expect(document.querySelectorAll('[data-row]').length).toBeGreaterThanOrEqual(199);
  });

  it('draws every row for the printer, and the window again after', async () => {
    await show({ count: 400 });
    window.dispatchEvent(new Event('beforeprint'));
    expect(document.querySelectorAll('[data-row]').length).toBe(400);
    window.dispatchEvent(new Event('afterprint'));
    await expect.poll(() => document.querySelectorAll('[data-row]').length).toBeLessThan(60);
  });

  it('remembers its order, its columns and its place', async () => {
    const seen = { count: 1_000, rememberAs: 'tâches' };
    const first = await render(
      <div style={frame}>
        <TaskTable {...seen} />
      </div>,
    );
    await page.getByRole('columnheader', { name: 'Équipe' }).getByRole('button').click();
    await page.getByRole('button', { name: 'Colonnes' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Échéance' }).click();
    await userEvent.keyboard('{Escape}');
    grid().element().scrollTo({ top: 5_000 });
    await expect.poll(() => sessionStorage.getItem('table:tâches:scroll')).toBe('5000');
    await first.unmount();
    await show(seen);
    await expect
      .element(page.getByRole('columnheader', { name: 'Équipe' }))
      .toHaveAttribute('aria-sort', 'ascending');
    await expect.element(page.getByRole('columnheader', { name: 'Échéance' })).not.toBeInTheDocument();
    expect(grid().element().scrollTop).toBe(5_000);
  });

  it('starts anew when what it remembers is spoilt', async () => {
    localStorage.setItem('table:tâches', '{"sort": 3');
    sessionStorage.setItem('table:tâches:scroll', '"far"');
    await show({ count: 300, rememberAs: 'tâches' });
    await expect.element(page.getByText('Réserver le site 1', { exact: true })).toBeVisible();
  });
});

it('draws one row again when one row is chosen, and none when the pointer passes', async () => {
  const drawn: string[] = [];
  const columns: readonly Column<Row>[] = [
    { id: 'title', header: 'Tâche', width: '1fr', cell: ({ id, title }) => (drawn.push(id), title) },
  ];
  const idOf = ({ id }: Row): string => id;
  function Watched() {
    const rows = useMemo(() => someRows(2_000), []);
    const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
    return (
      <div style={frame}>
        <DataTable
          label="Tâches"
          language="fr"
          rows={rows}
          rowId={idOf}
          rowLabel={idOf}
          columns={columns}
          selected={selected}
          onSelect={setSelected}
        />
      </div>
    );
  }
  await render(<Watched />);
  await enterGrid();
  drawn.length = 0;
  await userEvent.keyboard(' ');
  await expect.poll(() => [...new Set(drawn)]).toEqual(['row-0']);
  drawn.length = 0;
  await page.getByText('Former au comptage 4', { exact: true }).hover();
  expect(drawn).toEqual([]);
});
