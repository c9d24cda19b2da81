import {
  type Missing,
  missingFor,
  nextStatuses,
  type SheetSection,
  sheetSections,
} from '@shared/domain/completeness';
import { type EventId, isSettled, type PlannedEvent } from '@shared/domain/plannedEvent';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { deleteEvents, eventOf } from '@renderer/data/events';
import { useCommit, useDatabase, useQuestion } from '@renderer/data/workspaceContext';
import { paths } from '@renderer/navigation/paths';
import { useGo, useSearchState } from '@renderer/navigation/searchState';
import { icons } from '@renderer/ui/icons';
import { AttachmentsSection } from './sheet/AttachmentsSection';
import { AudienceSection } from './sheet/AudienceSection';
import { ContactsSection } from './sheet/ContactsSection';
import { DatesSection, type OnMove } from './sheet/DatesSection';
import { HostRequestsSection } from './sheet/HostRequestsSection';
import { IdentitySection } from './sheet/IdentitySection';
import { ObjectivesSection } from './sheet/ObjectivesSection';
import { PartnersSection } from './sheet/PartnersSection';
import { sectionId } from './sheet/SheetSection';
import { StatusGate } from './sheet/StatusGate';
import { useEventEdits } from './sheet/useEventEdits';
import { VenueSection } from './sheet/VenueSection';
import styles from './sheet/Sheet.module.css';

const searchSchema = z.object({ section: z.enum(sheetSections).optional() });

type Props = {
  eventId: EventId;
  /** Shows what a change of dates moves, and applies it on a yes. */
  onMove: OnMove;
};

/** The event sheet: everything known about one event, edited where it stands. */
export function EventOverviewPage({ eventId, onMove }: Props) {
  const event = useQuestion((database) => eventOf(database, eventId), [eventId]);
  return event ? <EventSheet event={event} onMove={onMove} /> : null;
}

function EventSheet({ event, onMove }: { event: PlannedEvent; onMove: OnMove }) {
  const [{ section }] = useSearchState(searchSchema);
  const database = useDatabase();
  const commit = useCommit();
  const go = useGo();
  const save = useEventEdits(event.id);
  const shown = sheetSections.filter((one) => one !== 'hostRequests' || event.role === 'participant');
  useEffect(() => {
    if (section) goToSection(section);
  }, [section]);

  async function deleteEvent(): Promise<void> {
    await deleteEvents(database, commit, [event]);
    go(paths.events());
  }
  const own = { event, save };
  return (
    <div className={styles.page}>
      <SectionList event={event} sections={shown} current={section} />
      <div className={styles.sheet}>
        <StatusGate
          {...own}
          onNextEdition={() => go(paths.events({ duplicate: event.id }))}
          onDelete={() => void deleteEvent()}
        />
        <IdentitySection {...own} />
        <DatesSection {...own} onMove={onMove} />
        <VenueSection {...own} />
        <AudienceSection {...own} />
        <ContactsSection {...own} />
        <PartnersSection {...own} />
        {event.role === 'participant' && <HostRequestsSection {...own} />}
        <ObjectivesSection {...own} />
        <AttachmentsSection {...own} />
      </div>
    </div>
  );
}

type ListProps = {
  event: PlannedEvent;
  sections: readonly SheetSection[];
  current: SheetSection | undefined;
};

/** The sections, each with what it still lacks for the next step: a shape, and words for those who do not see it. */
function SectionList({ event, sections, current }: ListProps) {
  const { t } = useTranslation('events');
  const [forward] = nextStatuses(event.status);
  const missing = forward && !isSettled(event) ? missingFor(event, forward) : [];
  return (
    <nav className={styles.anchorsNav} aria-label={t('sections.label')}>
      {sections.map((section) => (
        <a
          key={section}
          href={paths.event(event.id, 'overview', { section })}
          aria-current={section === current ? 'location' : undefined}
          onClick={() => goToSection(section)}
        >
          {t(`sections.${section}`)}
          <SectionMark missing={missing.filter((one) => one.section === section)} />
        </a>
      ))}
    </nav>
  );
}

function SectionMark({ missing }: { missing: readonly Missing[] }) {
  const { t } = useTranslation('events');
  if (missing.length === 0) return null;
  const isBlocking = missing.some(({ severity }) => severity === 'blocks');
  return (
    <span className={isBlocking ? styles.markAlert : styles.markWarn}>
      {isBlocking ? <icons.alert /> : <icons.warn />}
      <span className="visuallyHidden">{t('sections.toComplete', { count: missing.length })}</span>
    </span>
  );
}

function goToSection(section: SheetSection): void {
  const place = document.getElementById(sectionId(section));
  place?.scrollIntoView({ block: 'start' });
  place?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
}
