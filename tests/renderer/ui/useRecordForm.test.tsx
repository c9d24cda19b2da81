import { expect, it, vi } from 'vitest';
import { renderHook } from 'vitest-browser-react';
import { z } from 'zod';
import { useRecordForm } from '@renderer/ui/useRecordForm';

const schema = z
  .object({
    name: z.string().trim().min(1, 'empty'),
    from: z.number(),
    to: z.number(),
    contact: z.object({ phone: z.string().max(6, 'tooLong') }),
    tags: z.array(z.string().max(3, 'tooLong')),
  })
  .refine(({ from, to }) => from < to, { path: ['to'], message: 'endsBeforeStart' });
type Meeting = z.infer<typeof schema>;

const meeting: Meeting = { name: 'Point', from: 8, to: 10, contact: { phone: '271234' }, tags: ['a', 'b'] };

async function showForm(onSave: (record: Meeting) => Promise<unknown> = () => Promise.resolve()) {
  const sentence = (code: string, path: string): string => `${path} : ${code}`;
  return renderHook(
    (props?: { record: Meeting }) => useRecordForm(schema, props?.record ?? meeting, { sentence, onSave }),
    { initialProps: { record: meeting } },
  );
}

it('sets a value by its path and touches nothing else', async () => {
  const { result, act } = await showForm();
  await act(() => {
    result.current.set('contact.phone', '000000');
    result.current.set('tags.1', 'c');
    result.current.set({ name: 'Bilan' });
  });
  expect(result.current.draft).toEqual({
    ...meeting,
    name: 'Bilan',
    contact: { phone: '000000' },
    tags: ['a', 'c'],
  });
  expect(result.current.isDirty).toBe(true);
});

it('is not changed when what was typed is taken back', async () => {
  const { result, act } = await showForm();
  await act(() => result.current.set('name', 'x'));
  await act(() => result.current.set('name', 'Point'));
  expect(result.current.isDirty).toBe(false);
});

it('says what is wrong only once saving was tried, then as it is put right, and keeps what was typed', async () => {
  const onSave = vi.fn<(record: Meeting) => Promise<void>>(() => Promise.resolve());
  const { result, act } = await showForm(onSave);
  await act(() => result.current.set({ name: ' ', to: 7 }));
  expect(result.current.error('name')).toBe(undefined);
  await act(async () => expect(await result.current.save()).toBe(false));
  expect([...result.current.errors.keys()]).toContain('name');
  expect(result.current.error('name')).toBe('name : empty');
  await act(() => result.current.set('name', 'Bilan'));
  expect([result.current.error('name'), result.current.error('to')]).toEqual([
    undefined,
    'to : endsBeforeStart',
  ]);
  await act(() => result.current.set('from', 6));
  expect(result.current.errors.size).toBe(0);
  expect(result.current.draft.name).toBe('Bilan');
  expect(onSave.mock.calls).toEqual([]);
});

it('saves what was set in the same moment, as the schema reads it, and is then unchanged', async () => {
  const onSave = vi.fn<(record: Meeting) => Promise<void>>(() => Promise.resolve());
  const { result, act } = await showForm(onSave);
  await act(async () => {
    result.current.set('name', ' Bilan ');
    expect(await result.current.save()).toBe(true);
  });
  expect(onSave.mock.calls).toEqual([[{ ...meeting, name: 'Bilan' }]]);
  expect([result.current.draft.name, result.current.isDirty]).toEqual(['Bilan', false]);
});

it('keeps what was typed when saving fails', async () => {
  const { result, act } = await showForm(() => Promise.reject(new Error('disk full')));
  await act(() => result.current.set('name', 'Bilan'));
  await act(async () => expect(result.current.save()).rejects.toThrow('disk full'));
  expect([result.current.draft.name, result.current.isDirty, result.current.isSaving]).toEqual([
    'Bilan',
    true,
    false,
  ]);
});

it('saves once when asked twice', async () => {
  const onSave = vi.fn<(record: Meeting) => Promise<void>>(() => Promise.resolve());
  const { result, act } = await showForm(onSave);
  await act(async () => {
    await Promise.all([result.current.save(), result.current.save()]);
  });
  expect(onSave.mock.calls.length).toBe(1);
});

it('takes a newer record while nothing is typed, and keeps the draft otherwise', async () => {
  const { result, act, rerender } = await showForm();
  await rerender({ record: { ...meeting, name: 'Plus récent' } });
  expect(result.current.draft.name).toBe('Plus récent');
  await act(() => result.current.set('name', 'Tapé'));
  await rerender({ record: { ...meeting, name: 'Encore plus récent' } });
  expect(result.current.draft.name).toBe('Tapé');
  await act(() => result.current.reset());
  expect(result.current.draft.name).toBe('Encore plus récent');
});
