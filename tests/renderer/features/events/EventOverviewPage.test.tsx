import { eventOf } from '@renderer/data/events';
import { EventOverviewPage } from '@renderer/features/events/EventOverviewPage';
import type { OnMove } from '@renderer/features/events/sheet/DatesSection';
import type { HostRequest, PlannedEvent } from '@shared/domain/plannedEvent';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityFaults } from '../../../support/accessibility';
import { anEvent, anId, anIndicator } from '../../../support/builders';
import { memoryHost } from '../../../support/memoryHost';
import { renderPage } from '../../../support/renderPage';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-10T00:00Z') });
});
afterEach(() => vi.useRealTimers());

async function showSheet(
  event: PlannedEvent,
  {
    onMove = async () => 'moved',
    host = memoryHost(),
    language = 'fr',
  }: { onMove?: OnMove; host?: ReturnType<typeof memoryHost>; language?: 'fr' | 'en' } = {},
) {
  const sized = (
    <main style={{ display: 'flex', height: '780px' }}>
      <EventOverviewPage eventId={event.id} onMove={onMove} />
    </main>
  );
  const address = `/events/${event.id}/overview`;
  const shown = await renderPage(sized, { workspace: { events: [event] }, address, host, language });
  return { ...shown, now: async () => (await eventOf(shown.database, event.id)) as PlannedEvent };
}

function aRequest(fields: Partial<HostRequest> = {}): HostRequest {
  return { id: anId(), subject: 'Plan du site', status: 'toAsk', changedOn: null, answer: '', ...fields };
}

const aim = (indicator = anIndicator()) => ({ id: anId(), title: 'Découvrir', indicators: [indicator] });

describe('the event sheet', () => {
  it('says what is missing for the next status, keeps the status and leads to the field', async () => {
    const { now } = await showSheet(anEvent({ objectives: [aim()], expectedAttendancePeople: null }));
    await page.getByRole('button', { name: 'Passer à « Confirmé »' }).click();
    await expect
      .element(page.getByText('L’état reste « Planifié » : compléter d’abord les points ci-dessous.'))
      .toBeVisible();
    await page.getByRole('button', { name: 'La fréquentation attendue n’est pas chiffrée.' }).click();
    await expect.element(page.getByRole('textbox', { name: 'Fréquentation attendue' })).toHaveFocus();
    await userEvent.keyboard('1200{Enter}');
    await expect.poll(async () => (await now()).expectedAttendancePeople).toBe(1200);
    await page.getByRole('button', { name: 'Aucun contact n’est saisi.' }).click();
    await userEvent.keyboard('Mairie{Enter}');
    await expect.element(page.getByText('Tout est réuni pour passer à « Confirmé ».')).toBeVisible();
    await page.getByRole('button', { name: 'Passer à « Confirmé »' }).click();
    await expect.poll(async () => (await now()).status).toBe('confirmed');
  });

  it('saves each field where it stands, and refuses beside it what cannot be, with what was typed still there', async () => {
    const { now, door } = await showSheet(anEvent());
    const name = page.getByRole('textbox', { name: 'Nom', exact: true });
    await userEvent.fill(name, 'Fête du sport');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await now()).name).toBe('Fête du sport');
    await userEvent.fill(name, '');
    await userEvent.keyboard('{Tab}');
    await expect.element(page.getByText('Ce champ ne peut pas rester vide.')).toBeVisible();
    expect((await now()).name).toBe('Fête du sport');
    await userEvent.fill(name, 'x'.repeat(201));
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Ce texte est trop long.')).toBeVisible();
    await expect.element(name).toHaveValue('x'.repeat(201));
    await door.undo();
    expect((await now()).name).toBe('Journée des activités');
  });

  it('adds contacts one after the other and checks their address', async () => {
    const { now } = await showSheet(anEvent());
    const add = page.getByRole('textbox', { name: 'Ajouter un contact par sa fonction' });
    await userEvent.fill(add, 'Régisseur');
    await userEvent.keyboard('{Enter}');
    await expect.poll(async () => (await now()).contacts).toHaveLength(1);
    await expect.element(add).toHaveFocus();
    await userEvent.keyboard('Secours{Enter}');
    await expect
      .poll(async () => (await now()).contacts.map((one) => one.function))
      .toEqual(['Régisseur', 'Secours']);
    await userEvent.fill(page.getByRole('textbox', { name: 'Courriel, Secours' }), 'pas une adresse');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByText('Cette adresse ne se lit pas : écrire par exemple nom@exemple.nc.'))
      .toBeVisible();
    expect((await now()).contacts[1]?.email).toBe('');
  });

  it('makes one organisation of each pasted line', async () => {
    const { now } = await showSheet(anEvent());
    const add = page.getByRole('textbox', { name: 'Ajouter un organisme, ou coller une liste' });
    await add.click();
    const clipboard = new DataTransfer();
    clipboard.setData('text/plain', '- Club A – judo (Dumbéa)\n- Club B – voile (Nouméa)\n');
    add
      .element()
      .dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }),
      );
    await expect
      .poll(async () =>
        (await now()).partners.map(({ name, activity, commune }) => [name, activity, commune]),
      )
      .toEqual([
        ['Club A', 'judo', 'Dumbéa'],
        ['Club B', 'voile', 'Nouméa'],
      ]);
  });

  it('shows the red gap of an indicator that nobody measures, until somebody does', async () => {
    const { now } = await showSheet(anEvent({ objectives: [aim(anIndicator({ meansOfMeasure: '' }))] }));
    await expect.element(page.getByText('Personne ne mesure cet indicateur')).toBeVisible();
    await userEvent.fill(page.getByRole('textbox', { name: 'Moyen de mesure' }), 'Compteurs');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Personne ne mesure cet indicateur')).not.toBeInTheDocument();
    const actual = page.getByRole('textbox', { name: 'Réalisé, Entrées comptées' });
    await userEvent.fill(actual, '1287');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Atteint', { exact: true })).toBeVisible();
    const [indicator] = (await now()).objectives[0]?.indicators ?? [];
    expect([indicator?.actual, indicator?.measuredOn]).toEqual([1287, '2025-02-10']);
  });

  it('follows each information of the host step by step, with its day', async () => {
    const { now } = await showSheet(anEvent({ role: 'participant', hostRequests: [aRequest()] }));
    const steps = page.getByRole('group', { name: 'Avancement de « Plan du site »' });
    await steps.getByRole('button', { name: 'Demandée' }).click();
    await expect
      .poll(async () => (await now()).hostRequests[0])
      .toMatchObject({
        status: 'asked',
        changedOn: '2025-02-10',
      });
    await steps.getByRole('button', { name: 'Confirmée' }).click();
    await expect.element(page.getByText('Toutes les informations sont reçues')).toBeVisible();
  });

  it('writes to the host only about what is missing, prints it and notes it as sent', async () => {
    const printed: string[] = [];
    const host = memoryHost({
      'print:paper': async ({ html }) => {
        printed.push(html);
        return { kind: 'printed' };
      },
    });
    const hostRequests = [
      aRequest({ subject: 'Prises électriques', status: 'asked', changedOn: '2025-02-01' }),
      aRequest({ subject: 'Badges', status: 'received', changedOn: '2025-02-01' }),
    ];
    const { now } = await showSheet(anEvent({ role: 'participant', hostRequests }), { host });
    await page.getByRole('button', { name: 'Lettre de relance' }).click();
    const letter = page.getByRole('textbox', { name: 'Texte de la lettre' });
    const text = (letter.element() as HTMLTextAreaElement).value;
    expect(text).toContain('– Prises électriques (demandé le 1ᵉʳ février 2025)');
    expect(text).not.toContain('Badges');
    await page.getByRole('button', { name: 'Imprimer' }).click();
    await expect.poll(() => printed[0]).toContain('– Prises électriques');
    await page.getByRole('button', { name: 'Noter comme envoyée aujourd’hui' }).click();
    await expect
      .poll(async () => (await now()).hostRequests.map(({ status }) => status))
      .toEqual(['reminded', 'received']);
  });

  it('has no requests to a host when it is our own', async () => {
    await showSheet(anEvent({ hostRequests: [aRequest()] }));
    await expect.element(page.getByRole('heading', { name: 'Objectifs' })).toBeInTheDocument();
    expect(page.getByRole('heading', { name: 'Demandes à l’hôte' }).elements()).toEqual([]);
  });

  it('keeps attachments as files: added, saved back, taken off, and back by undo', async () => {
    const bytes = new TextEncoder().encode('plan du site');
    const host = memoryHost({ 'files:open': async () => ({ kind: 'opened', name: 'plan.pdf', bytes }) });
    const { now, door } = await showSheet(anEvent(), { host });
    await page.getByRole('button', { name: 'Choisir un fichier' }).click();
    await expect.element(page.getByRole('cell', { name: 'plan.pdf', exact: true })).toBeVisible();
    expect((await now()).attachments[0]).toMatchObject({ mediaType: 'application/pdf', bytes: 12 });
    await page.getByRole('button', { name: 'Retirer « plan.pdf »' }).click();
    await expect.poll(async () => (await now()).attachments).toEqual([]);
    await door.undo();
    await page.getByRole('button', { name: 'Enregistrer une copie de « plan.pdf »' }).click();
    await expect.poll(() => host.saved).toEqual([{ name: 'plan.pdf', bytes }]);
  });

  it('says so when a file is too large or the disk refuses it, and changes nothing', async () => {
    const answers = { kind: 'tooLarge', name: 'film.mov', limitBytes: 50 * 1024 * 1024 } as const;
    const refuse = async () => {
      throw new Error('disque plein');
    };
    let isSmall = false;
    const host = memoryHost({
      'files:open': async () =>
        isSmall ? { kind: 'opened', name: 'plan.pdf', bytes: new Uint8Array(1) } : answers,
      'attachments:put': refuse,
    });
    const { now } = await showSheet(anEvent(), { host });
    const choose = page.getByRole('button', { name: 'Choisir un fichier' });
    await choose.click();
    await expect.element(page.getByText('« film.mov » dépasse 50 Mo et n’a pas été ajouté.')).toBeVisible();
    isSmall = true;
    await choose.click();
    await expect.element(page.getByText(/plan\.pdf.*n’a pas été ajouté.*disque plein/)).toBeVisible();
    expect((await now()).attachments).toEqual([]);
  });

  it('asks for a move when its dates change, and shows what is wrong with them before', async () => {
    const onMove = vi.fn<OnMove>(async () => 'kept');
    const event = anEvent();
    await showSheet(event, { onMove });
    const opening = page.getByRole('group', { name: 'Ouverture au public', exact: true });
    await opening.getByRole('spinbutton').first().click();
    await userEvent.keyboard('08');
    await userEvent.keyboard('{Enter}');
    await expect.poll(() => onMove.mock.calls).toEqual([[event, { kind: 'shiftDays', days: -14 }]]);
    await expect.element(page.getByRole('button', { name: 'Appliquer les dates' })).toBeVisible();
    await opening
      .getByRole('spinbutton', { name: /heure de fin/ })
      .first()
      .click();
    await userEvent.keyboard('05{Enter}');
    await expect.element(page.getByText('La fin précède le début.')).toBeVisible();
    expect(onMove).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'Appliquer les dates' })).not.toBeInTheDocument();
  });

  it('adds an own date with Enter without applying the other dates, then applies them together', async () => {
    const onMove = vi.fn<OnMove>(async () => 'moved');
    await showSheet(anEvent(), { onMove });
    await userEvent.fill(page.getByRole('textbox', { name: /^Ajouter une date/ }), 'Comité');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Comité', { exact: true })).toBeVisible();
    expect(onMove).not.toHaveBeenCalled();
    await page.getByRole('button', { name: 'Appliquer les dates' }).click();
    await expect
      .poll(() => onMove.mock.calls[0]?.[1])
      .toMatchObject({
        kind: 'reschedule',
        customAnchors: [{ name: 'Comité', on: '2025-02-22', movesWithEvent: true }],
      });
  });

  it('repeats a meeting, with a session left out and one brought back', async () => {
    const meeting = anEvent({ kind: 'meeting', setUp: null, teardown: null });
    const { now } = await showSheet(meeting);
    await page.getByRole('button', { name: /Fréquence/ }).click();
    await page.getByRole('option', { name: 'Chaque semaine' }).click();
    await page.getByRole('button', { name: 'Annuler la séance du sam. 1ᵉʳ mars 2025' }).click();
    await expect
      .poll(async () => (await now()).repetition?.exceptions)
      .toEqual([{ kind: 'skipped', on: '2025-03-01' }]);
    await page.getByRole('button', { name: 'Rétablir la séance du sam. 1ᵉʳ mars 2025' }).click();
    await expect
      .poll(async () => (await now()).repetition)
      .toEqual({
        frequency: 'weekly',
        every: 1,
        untilOn: '2025-08-23',
        exceptions: [],
      });
  });

  it('opens at the section of its address', async () => {
    const event = anEvent({ objectives: [aim()] });
    const sized = (
      <main style={{ display: 'flex', height: '500px' }}>
        <EventOverviewPage eventId={event.id} onMove={async () => 'kept'} />
      </main>
    );
    const address = `/events/${event.id}/overview?section=objectives`;
    await renderPage(sized, { workspace: { events: [event] }, address });
    await expect.element(page.getByRole('heading', { name: 'Objectifs' })).toHaveFocus();
    await expect.element(page.getByRole('heading', { name: 'Objectifs' })).toBeInViewport();
  });

  it.each(['fr', 'en'] as const)('has no accessibility fault (%s)', async (language) => {
    const contacts = [
      {
        id: anId(),
        function: 'Mairie',
        name: 'A. B.',
        organisation: '',
        phone: '',
        email: 'a@b.nc' as const,
      },
    ];
    const event = anEvent({
      kind: 'meeting',
      role: 'participant',
      contacts,
      partners: [{ id: anId(), name: 'Club', activity: 'judo', commune: 'Dumbéa' }],
      hostRequests: [aRequest()],
      objectives: [aim(anIndicator({ meansOfMeasure: '' })), aim(anIndicator({ actual: 1300 }))],
      messages: ['Essayer, choisir, s’inscrire'],
      customAnchors: [{ id: anId(), name: 'Comité', on: '2025-01-15', movesWithEvent: true }],
      repetition: { frequency: 'weekly', every: 1, untilOn: '2025-05-01', exceptions: [] },
      attachments: [
        { id: anId(), name: 'plan.pdf', mediaType: '', bytes: 2048, addedAt: '2025-01-01T00:00Z' },
      ],
    });
    await showSheet(event, { language });
    await expect.element(page.getByRole('cell', { name: 'plan.pdf', exact: true })).toBeInTheDocument();
    expect(await accessibilityFaults()).toEqual([]);
  });
});
