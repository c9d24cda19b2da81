import { useState } from 'react';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { Button } from '@renderer/ui/Button';
import { DateField } from '@renderer/ui/DateField';
import { Dialog } from '@renderer/ui/Dialog';
import { Segmented } from '@renderer/ui/Segmented';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { SplitPane } from '@renderer/ui/SplitPane';
import { TextField } from '@renderer/ui/TextField';
import { ToastProvider, useToasts } from '@renderer/ui/Toaster';
import '@renderer/ui/tokens.css';
import '@renderer/ui/base.css';

const views = [
  { id: 'year', label: 'Année' },
  { id: 'month', label: 'Mois' },
  { id: 'week', label: 'Semaine' },
] as const;

describe('a choice all in sight', () => {
  function Views() {
    const [view, setView] = useState<(typeof views)[number]['id']>('month');
    return <Segmented label="Vue" value={view} options={views} onChange={setView} />;
  }

  it('is one stop of Tab, and arrows choose, round and round', async () => {
    await render(<Views />);
    await userEvent.tab();
    await expect.element(page.getByRole('radio', { name: 'Mois' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('radio', { name: 'Semaine' })).toBeChecked();
    await userEvent.keyboard('{ArrowRight}');
    await expect.element(page.getByRole('radio', { name: 'Année' })).toBeChecked();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByRole('radio', { name: 'Semaine' })).toHaveFocus();
    expect(page.getByRole('radiogroup', { name: 'Vue' }).elements().length).toBe(1);
  });
});

describe('details beside a list', () => {
  function Place() {
    const [isOpen, setIsOpen] = useState(false);
    return (
      <div style={{ display: 'flex', height: 300 }}>
        <Button onPress={() => setIsOpen(true)}>Ouvrir</Button>
        <button type="button">Liste</button>
        {isOpen && (
          <SidePanel title="Montage" closeLabel="Fermer" onClose={() => setIsOpen(false)}>
            <TextField label="Titre" value="Montage" onCommit={() => undefined} />
          </SidePanel>
        )}
      </div>
    );
  }

  it('takes the focus in, and Escape gives it back', async () => {
    await render(<Place />);
    page.getByRole('button', { name: 'Ouvrir' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText('Titre')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
    await expect.element(page.getByRole('button', { name: 'Ouvrir' })).toHaveFocus();
  });

  it('first gives back a half-typed field, then closes', async () => {
    await render(<Place />);
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    await userEvent.fill(page.getByLabelText('Titre'), 'Autre');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByLabelText('Titre')).toHaveValue('Montage');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('complementary')).not.toBeInTheDocument();
  });

  it('leaves the list usable while it is open', async () => {
    await render(<Place />);
    await page.getByRole('button', { name: 'Ouvrir' }).click();
    await page.getByRole('button', { name: 'Liste' }).click();
    await expect.element(page.getByRole('complementary', { name: 'Montage' })).toBeVisible();
  });
});

describe('a question', () => {
  function Question() {
    const [isOpen, setIsOpen] = useState(false);
    const [kind, setKind] = useState<'day' | 'stand'>('day');
    return (
      <>
        <Button onPress={() => setIsOpen(true)}>Déplacer</Button>
        {isOpen && (
          <Dialog
            title="Déplacer l’événement"
            onClose={() => setIsOpen(false)}
            footer={<Button variant="primary">Appliquer</Button>}
          >
            <SelectField
              label="Genre"
              value={kind}
              onChange={setKind}
              options={[
                { id: 'day', label: 'Journée' },
                { id: 'stand', label: 'Stand' },
              ]}
            />
          </Dialog>
        )}
      </>
    );
  }

  it('takes the focus, keeps a list of choices usable above it, and gives the focus back', async () => {
    await render(<Question />);
    const opener = page.getByRole('button', { name: 'Déplacer', exact: true });
    opener.element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('button', { name: 'Appliquer' })).toHaveFocus();
    await page.getByRole('button', { name: /Genre/ }).click();
    await page.getByRole('option', { name: 'Stand' }).click();
    await expect.element(page.getByRole('button', { name: /Stand Genre|Genre/ })).toHaveTextContent('Stand');
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.element(opener).toHaveFocus();
  });
});

it('asks for the date first when a date is asked', async () => {
  await render(
    <Dialog title="Déplacer" onClose={() => undefined} footer={<Button>Appliquer</Button>}>
      <DateField label="Jour" value="2025-03-08" onChange={() => undefined} />
    </Dialog>,
  );
  await expect.element(page.getByRole('spinbutton').first()).toHaveFocus();
});

it('offers the way out first before what cannot be undone', async () => {
  await render(
    <Dialog
      role="alertdialog"
      title="Effacer Agent 13 ?"
      onClose={() => undefined}
      footer={
        <>
          <Button>Garder</Button>
          <Button variant="danger">Effacer</Button>
        </>
      }
    >
      Rien ne pourra le ramener.
    </Dialog>,
  );
  await expect.element(page.getByRole('button', { name: 'Garder' })).toHaveFocus();
});

describe('news at the foot of the window', () => {
  function News({ onUndo }: { onUndo: () => void }) {
    const { toast } = useToasts();
    return (
      <Button
        onPress={() => toast({ text: 'Montage déplacé', action: { label: 'Annuler', onPress: onUndo } })}
      >
        Déplacer
      </Button>
    );
  }

  it('is read out, can be undone, and goes', async () => {
    const onUndo = vi.fn<() => void>();
    await render(
      <ToastProvider closeLabel="Fermer">
        <News onUndo={onUndo} />
      </ToastProvider>,
    );
    await page.getByRole('button', { name: 'Déplacer' }).click();
    await expect.element(page.getByRole('status')).toHaveTextContent('Montage déplacé');
    await page.getByRole('button', { name: 'Annuler' }).click();
    expect(onUndo.mock.calls.length).toBe(1);
    await expect.element(page.getByText('Montage déplacé')).not.toBeInTheDocument();
  });
});

it('moves the edge between two parts with the arrows, within its bounds', async () => {
  await render(
    <div style={{ display: 'flex', width: 900, height: 200 }}>
      <SplitPane label="Largeur de la liste" size={220} min={200} max={240} start="liste" end="détail" />
    </div>,
  );
  const edge = page.getByRole('separator', { name: 'Largeur de la liste' });
  edge.element().focus();
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(edge).toHaveAttribute('aria-valuenow', '236');
  await userEvent.keyboard('{ArrowRight}');
  await expect.element(edge).toHaveAttribute('aria-valuenow', '240');
  await userEvent.keyboard('{Home}');
  await expect.element(edge).toHaveAttribute('aria-valuenow', '200');
});
