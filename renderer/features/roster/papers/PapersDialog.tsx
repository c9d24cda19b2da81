import type { EventId } from '@shared/domain/plannedEvent';
import { type SheetKind, sheetKinds } from '@shared/domain/presenceSheet';
import { type RosterFacts, rosterOf } from '@shared/domain/roster';
import { type Language, languages } from '@shared/domain/settings';
import type { StaffId, StaffMember } from '@shared/domain/staffMember';
import { fold } from '@shared/domain/text';
import {
  type PaperKind,
  paperKinds,
  papersOf,
  peopleOnRoster,
  teamsOf,
} from '@shared/report/rosterDocuments';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock } from '@renderer/data/clock';
import { rosterFactsOf } from '@renderer/data/roster';
import { useSettings } from '@renderer/data/settingsContext';
import { useQuestion } from '@renderer/data/workspaceContext';
import { useLanguage } from '@renderer/i18n/i18n';
import { Button } from '@renderer/ui/Button';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { Dialog } from '@renderer/ui/Dialog';
import { icons } from '@renderer/ui/icons';
import { Notice } from '@renderer/ui/Notice';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { SearchField } from '@renderer/ui/SearchField';
import { Segmented } from '@renderer/ui/Segmented';
import { PaperPreview } from './PaperPreview';
import { useLogo } from '@renderer/data/logo';
import { usePaperWork } from './usePaperWork';
import styles from './Papers.module.css';

/** What to print for whom, seen before it is printed: one booklet in one press, or one document alone. */
export function PapersDialog({ eventId, onClose }: { eventId: EventId; onClose: () => void }) {
  const settings = useSettings();
  const language = useLanguage();
  const logo = useLogo(settings.logoId);
  const facts = useQuestion((database) => rosterFactsOf(database, eventId, language), [eventId, language]);
  if (!facts || logo === undefined) return null;
  return <Papers facts={facts} logo={logo} onClose={onClose} />;
}

function Papers({ facts, logo, onClose }: { facts: RosterFacts; logo: string | null; onClose: () => void }) {
  const { t } = useTranslation(['papers', 'common']);
  const settings = useSettings();
  const pageLanguage = useLanguage();
  const [language, setLanguage] = useState<Language>(pageLanguage);
  const [kinds, setKinds] = useState<readonly PaperKind[]>(['briefing']);
  const [sheetBy, setSheetBy] = useState<SheetKind>('post');
  const [personIds, setPersonIds] = useState<readonly StaffId[] | null>(null);
  const [teams, setTeams] = useState<readonly string[] | null>(null);
  const [at, setAt] = useState(0);
  const [madeAt] = useState(readClock);
  const members = useMemo(() => peopleOnRoster(rosterOf(facts)), [facts]);
  const allTeams = useMemo(() => teamsOf(facts), [facts]);
  const papers = useMemo(
    () => papersOf({ facts, settings, language, madeAt, logo }, { kinds, personIds, teams, sheetBy }),
    [facts, settings, language, madeAt, logo, kinds, personIds, teams, sheetBy],
  );
  const event = facts.events.find(({ id }) => id === facts.eventId);
  const title = [event?.name, event?.edition].filter(Boolean).join(' ');
  const { work, problem, stop, savePdf, print, saveIcs } = usePaperWork(title);
  const place = Math.min(at, Math.max(0, papers.length - 1));
  const shown = papers[place];
  const chosen = members.filter(({ id }) => personIds === null || personIds.includes(id));
  const isBusy = work !== null;
  const close = (): void => (stop(), onClose());

  return (
    <Dialog
      title={t('title')}
      isWide
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{t('common:close')}</Button>
          <Button
            icon={<icons.calendar />}
            isDisabled={isBusy || chosen.length === 0}
            onPress={() => void saveIcs(facts, chosen, language, t('icsName', { name: title }))}
          >
            {t('ics')}
          </Button>
          <Button
            isDisabled={isBusy || !shown}
            onPress={() =>
              shown && void savePdf([shown], language, `${shown.document.kindLabel} ${shown.name} ${title}`)
            }
          >
            {t('pdfOf')}
          </Button>
          <Button
            data-print
            icon={<icons.print />}
            isDisabled={isBusy || papers.length === 0}
            onPress={() => void print(papers, language)}
          >
            {t('print')}
          </Button>
          <Button
            variant="primary"
            icon={<icons.download />}
            isDisabled={isBusy || papers.length === 0}
            onPress={() => void savePdf(papers, language, t('fileName', { name: title }))}
          >
            {t('pdf')}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.choices}>
          <fieldset>
            <legend>{t('kinds')}</legend>
            {paperKinds.map((kind) => (
              <CheckboxField
                key={kind}
                isSelected={kinds.includes(kind)}
                onChange={(isOn) => setKinds(isOn ? [...kinds, kind] : kinds.filter((each) => each !== kind))}
              >
                {t(`kind.${kind}`)}
              </CheckboxField>
            ))}
          </fieldset>
          {kinds.includes('signIn') && (
            <Segmented
              label={t('sheetBy')}
              value={sheetBy}
              options={sheetKinds.map((id) => ({
                id,
                label: t(id === 'post' ? 'sheetByPost' : 'sheetByTeam'),
              }))}
              onChange={setSheetBy}
            />
          )}
          <Segmented
            label={t('language')}
            value={language}
            options={languages.map((id) => ({ id, label: t(id === 'fr' ? 'french' : 'english') }))}
            onChange={setLanguage}
          />
          {(kinds.includes('team') || kinds.includes('signIn')) && (
            <ChoiceList
              legend={t('teams')}
              allLabel={t('everyTeam', { count: allTeams.length })}
              items={allTeams.map((team) => ({ id: team, label: team || t('noTeam') }))}
              chosen={teams}
              onChange={setTeams}
            />
          )}
          <PeopleChoice members={members} chosen={personIds} onChange={setPersonIds} />
          <p>{t('icsHelp')}</p>
        </div>
        <div className={styles.result}>
          {problem && <Notice kind="alert">{problem}</Notice>}
          {work ? (
            <div className={styles.working}>
              <ProgressBar label={t('working', work)} value={work.all === 0 ? null : work.done / work.all} />
              <Button onPress={stop}>{t('stop')}</Button>
            </div>
          ) : (
            <p role="status">
              {papers.length > 0
                ? t('count', { count: papers.length })
                : t(members.length === 0 ? 'empty' : 'nothing')}
            </p>
          )}
          <PaperPreview papers={papers} at={place} onAt={setAt} />
        </div>
      </div>
    </Dialog>
  );
}

function PeopleChoice({
  members,
  chosen,
  onChange,
}: {
  members: readonly StaffMember[];
  chosen: readonly StaffId[] | null;
  onChange: (chosen: readonly StaffId[] | null) => void;
}) {
  const { t } = useTranslation('papers');
  const [filter, setFilter] = useState('');
  const words = fold(filter);
  return (
    <ChoiceList
      legend={t('people')}
      allLabel={t('everybody', { count: members.length })}
      items={members.map(({ id, name, team }) => ({ id, label: name, text: `${name} ${team}` }))}
      chosen={chosen}
      onChange={onChange}
      isShown={({ text = '' }) => fold(text).includes(words)}
      search={
        members.length > 8 && (
          <SearchField label={t('findPerson')} value={filter} onChange={setFilter} clearLabel={t('clear')} />
        )
      }
    />
  );
}

type ChoiceItem<Id> = Readonly<{ id: Id; label: string; text?: string }>;

/** All by one box, or some by theirs. `null` is all of them, those who come later too. */
function ChoiceList<Id extends string>({
  legend,
  allLabel,
  items,
  chosen,
  onChange,
  isShown = () => true,
  search,
}: {
  legend: string;
  allLabel: string;
  items: readonly ChoiceItem<Id>[];
  chosen: readonly Id[] | null;
  onChange: (chosen: readonly Id[] | null) => void;
  isShown?: (item: ChoiceItem<Id>) => boolean;
  search?: ReactNode;
}) {
  const isOn = (id: Id): boolean => chosen === null || chosen.includes(id);
  const count = items.filter(({ id }) => isOn(id)).length;
  function toggle(id: Id, isSelected: boolean): void {
    const next = items.map((item) => item.id).filter((each) => (each === id ? isSelected : isOn(each)));
    onChange(next.length === items.length ? null : next);
  }
  return (
    <fieldset>
      <legend>{legend}</legend>
      <CheckboxField
        isSelected={count === items.length}
        isIndeterminate={count > 0 && count < items.length}
        onChange={(isSelected) => onChange(isSelected ? null : [])}
      >
        {allLabel}
      </CheckboxField>
      {search}
      <div className={styles.list}>
        {items.filter(isShown).map(({ id, label }) => (
          <CheckboxField key={id} isSelected={isOn(id)} onChange={(isSelected) => toggle(id, isSelected)}>
            <span dir="auto">{label}</span>
          </CheckboxField>
        ))}
      </div>
    </fieldset>
  );
}
