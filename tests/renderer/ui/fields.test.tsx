import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { ComboField } from '@renderer/ui/ComboField';
import { DateField } from '@renderer/ui/DateField';
import { InlineEdit } from '@renderer/ui/InlineEdit';
import { NumberField } from '@renderer/ui/NumberField';
import { TagsField } from '@renderer/ui/TagsField';
import { TextField } from '@renderer/ui/TextField';
import { TimeField } from '@renderer/ui/TimeField';
import '@renderer/ui/tokens.css';
import '@renderer/ui/base.css';

const show = (part: React.ReactNode, locale = 'fr-FR') =>
  render(
    <I18nProvider locale={locale}>
      {part}
      <button type="button">ailleurs</button>
    </I18nProvider>,
  );
const leave = () => page.getByRole('button', { name: 'ailleurs' }).click();

describe('a line of text', () => {
  function Name({ refuses }: { refuses: (value: string) => string | undefined }) {
    const [value, setValue] = useState('Journée');
    const [error, setError] = useState<string>();
    const onCommit = (next: string): void => {
      const refusal = refuses(next);
      setError(refusal);
      if (!refusal) setValue(next);
    };
    return <TextField label="Nom" value={value} error={error} onCommit={onCommit} />;
  }

  it('keeps what was typed when it is refused, and says why beside it', async () => {
    await show(<Name refuses={(text) => (text.length > 10 ? 'Dix caractères au plus.' : undefined)} />);
    const field = page.getByLabelText('Nom');
    await userEvent.fill(field, 'Journée des activités');
    await leave();
    await expect.element(field).toHaveValue('Journée des activités');
    await expect.element(field).toHaveAttribute('aria-invalid', 'true');
    await expect.element(field).toHaveAccessibleDescription('Dix caractères au plus.');
    await userEvent.fill(field, 'Fête');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });

  it('gives back what stood before with Escape', async () => {
    await show(<Name refuses={() => undefined} />);
    const field = page.getByLabelText('Nom');
    await userEvent.fill(field, 'Autre');
    await userEvent.keyboard('{Escape}');
    await expect.element(field).toHaveValue('Journée');
  });

  it('keeps what is being typed when the value changes underneath', async () => {
    const screen = await show(<TextField label="Nom" value="un" onCommit={() => undefined} />);
    const field = page.getByLabelText('Nom');
    await userEvent.fill(field, 'tapé');
    await screen.rerender(
      <I18nProvider locale="fr-FR">
        <TextField label="Nom" value="deux" onCommit={() => undefined} />
      </I18nProvider>,
    );
    await expect.element(field).toHaveValue('tapé');
    await userEvent.keyboard('{Escape}');
    await expect.element(field).toHaveValue('deux');
  });
});

describe('a number', () => {
  it.each([
    ['fr-FR', '1 234,5', 1_234.5, /^1\s234,5$/],
    ['en-GB', '1,234.5', 1_234.5, /^1,234\.5$/],
  ])('is written as the language writes it (%s)', async (locale, typed, value, shown) => {
    const onCommit = vi.fn<(value: number | null) => void>();
    function Amount() {
      const [amount, setAmount] = useState<number | null>(null);
      return (
        <NumberField
          label="Montant"
          value={amount}
          decimals={2}
          onCommit={(next) => (setAmount(next), onCommit(next))}
        />
      );
    }
    await show(<Amount />, locale);
    const field = page.getByLabelText('Montant');
    await userEvent.click(field);
    await userEvent.keyboard(typed);
    await leave();
    expect(onCommit.mock.calls).toEqual([[value]]);
    await expect.element(field).toHaveValue(expect.stringMatching(shown) as unknown as string);
  });

  it('beyond its bounds stays as typed, with the reason, and is not given', async () => {
    const onCommit = vi.fn<(value: number | null) => void>();
    await show(
      <NumberField label="Places" value={3} min={1} max={10} outOfRange="De 1 à 10." onCommit={onCommit} />,
    );
    const field = page.getByLabelText('Places');
    await userEvent.fill(field, '11');
    await leave();
    await expect.element(field).toHaveValue('11');
    await expect.element(page.getByRole('alert')).toHaveTextContent('De 1 à 10.');
    expect(onCommit.mock.calls).toEqual([]);
    await userEvent.fill(field, '10');
    await leave();
    expect(onCommit.mock.calls).toEqual([[10]]);
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
  });
});

describe('a day and a time', () => {
  it('gives the day once it is whole, never the years on the way', async () => {
    const onChange = vi.fn<(value: string | null) => void>();
    function Day() {
      const [day, setDay] = useState<string | null>(null);
      return <DateField label="Date" value={day} onChange={(next) => (setDay(next), onChange(next))} />;
    }
    await show(<Day />);
    await userEvent.click(page.getByRole('spinbutton').first());
    await userEvent.keyboard('25122026');
    await leave();
    expect(onChange.mock.calls).toEqual([['2026-12-25']]);
  });

  it('is picked in the calendar by keyboard', async () => {
    const onChange = vi.fn<(value: string | null) => void>();
    await show(<DateField label="Date" value="2025-02-21" onChange={onChange} />);
    await page.getByRole('button', { name: /Date|Calendrier/ }).click();
    await expect.element(page.getByRole('grid')).toBeVisible();
    await userEvent.keyboard('{ArrowRight}{Enter}');
    expect(onChange.mock.calls).toEqual([['2025-02-22']]);
  });

  it('gives 14 h, not the 1 h on the way', async () => {
    const onChange = vi.fn<(value: string | null) => void>();
    function Time() {
      const [time, setTime] = useState<string | null>('09:30');
      return (
        <TimeField label="Ouverture" value={time} onChange={(next) => (setTime(next), onChange(next))} />
      );
    }
    await show(<Time />);
    await userEvent.click(page.getByRole('spinbutton').first());
    await userEvent.keyboard('14');
    await leave();
    expect(onChange.mock.calls).toEqual([['14:30']]);
  });
});

describe('a field with suggestions', () => {
  it('finds them without accents and takes one with the arrows', async () => {
    const onCommit = vi.fn<(value: string) => void>();
    await show(<ComboField label="Lieu" value="" suggestions={['Nouméa', 'Païta']} onCommit={onCommit} />);
    await userEvent.click(page.getByRole('combobox'));
    await userEvent.keyboard('pai{ArrowDown}{Enter}');
    expect(onCommit.mock.calls).toEqual([['Païta']]);
  });

  it('keeps free text, and Escape closes the list before it drops the text', async () => {
    const onCommit = vi.fn<(value: string) => void>();
    await show(<ComboField label="Lieu" value="" suggestions={['Nouméa']} onCommit={onCommit} />);
    const field = page.getByRole('combobox');
    await userEvent.click(field);
    await userEvent.keyboard('Nou');
    await expect.element(page.getByRole('option', { name: 'Nouméa' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('option')).not.toBeInTheDocument();
    await expect.element(field).toHaveValue('Nou');
    await leave();
    expect(onCommit.mock.calls).toEqual([['Nou']]);
  });

  it('adds tags with Enter and commas, once each, and takes the last away with Backspace', async () => {
    function Tags() {
      const [tags, setTags] = useState<string[]>([]);
      return (
        <TagsField label="Mots" value={tags} onChange={setTags} removeLabel={(tag) => `Retirer ${tag}`} />
      );
    }
    await show(<Tags />);
    await userEvent.click(page.getByRole('combobox'));
    await userEvent.keyboard('sport,jeunesse{Enter}sport{Enter}');
    const removals = (): (string | null)[] =>
      page
        .getByRole('button', { name: /Retirer/ })
        .elements()
        .map((one) => one.getAttribute('aria-label'));
    expect(removals()).toEqual(['Retirer sport', 'Retirer jeunesse']);
    await userEvent.keyboard('{Backspace}');
    expect(removals()).toEqual(['Retirer sport']);
  });
});

describe('a value edited where it stands', () => {
  function Title({ onCommit }: { onCommit?: (value: string) => string | void }) {
    const [value, setValue] = useState('Montage');
    return <InlineEdit label="Titre" value={value} onCommit={(next) => onCommit?.(next) ?? setValue(next)} />;
  }

  it('opens with Enter, saves with Enter, and gives the focus back', async () => {
    await show(<Title />);
    page.getByRole('button', { name: 'Titre Montage' }).element().focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('textbox', { name: 'Titre' })).toHaveFocus();
    await userEvent.keyboard('Démontage{Enter}');
    await expect.element(page.getByRole('button', { name: 'Titre Démontage' })).toHaveFocus();
  });

  it('leaves with Escape, as it was', async () => {
    await show(<Title />);
    await page.getByRole('button', { name: /Titre/ }).click();
    await userEvent.keyboard('Autre{Escape}');
    await expect.element(page.getByRole('button', { name: 'Titre Montage' })).toHaveFocus();
  });

  it('stays open with what was typed when it is refused', async () => {
    await show(<Title onCommit={() => 'Ce titre existe.'} />);
    await page.getByRole('button', { name: /Titre/ }).click();
    await userEvent.keyboard('Double{Enter}');
    const field = page.getByRole('textbox', { name: 'Titre' });
    await expect.element(field).toHaveValue('Double');
    await expect.element(field).toHaveAccessibleDescription('Ce titre existe.');
  });
});
