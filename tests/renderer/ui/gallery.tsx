import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '@renderer/ui/Button';
import { ButtonGroup } from '@renderer/ui/ButtonGroup';
import { CheckboxField } from '@renderer/ui/CheckboxField';
import { ComboField } from '@renderer/ui/ComboField';
import { type Column, DataTable } from '@renderer/ui/DataTable';
import { DateField } from '@renderer/ui/DateField';
import { Dialog } from '@renderer/ui/Dialog';
import { EmptyState } from '@renderer/ui/EmptyState';
import { FileDrop } from '@renderer/ui/FileDrop';
import { IconButton } from '@renderer/ui/IconButton';
import { icons } from '@renderer/ui/icons';
import { InlineEdit } from '@renderer/ui/InlineEdit';
import { Kbd } from '@renderer/ui/Kbd';
import { KeyValue } from '@renderer/ui/KeyValue';
import { MenuButton } from '@renderer/ui/Menu';
import { Notice } from '@renderer/ui/Notice';
import { NumberField } from '@renderer/ui/NumberField';
import { ProgressBar } from '@renderer/ui/ProgressBar';
import { SearchField } from '@renderer/ui/SearchField';
import { Segmented } from '@renderer/ui/Segmented';
import { SelectField } from '@renderer/ui/SelectField';
import { SidePanel } from '@renderer/ui/SidePanel';
import { Skeleton } from '@renderer/ui/Skeleton';
import { StatusMark } from '@renderer/ui/StatusMark';
import { Switch } from '@renderer/ui/Switch';
import { Tabs } from '@renderer/ui/Tabs';
import { Tag } from '@renderer/ui/Tag';
import { TagsField } from '@renderer/ui/TagsField';
import { TextArea } from '@renderer/ui/TextArea';
import { TextField } from '@renderer/ui/TextField';
import { TimeField } from '@renderer/ui/TimeField';
import { Toolbar } from '@renderer/ui/Toolbar';
import { useToasts } from '@renderer/ui/Toaster';
import styles from './gallery.module.css';

const nothing = (): void => undefined;

/** Every part of the kit in its states, for tests and for the eye. It is no part of the program. */
export function Gallery() {
  return (
    <main className={styles.gallery}>
      <h1>Régie</h1>
      <Part title="Actions">
        <Actions />
      </Part>
      <Part title="Champs">
        <Fields />
      </Part>
      <Part title="États">
        <States />
      </Part>
      <Part title="Tableau et panneau">
        <TableAndPanel />
      </Part>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Actions() {
  const [view, setView] = useState<'year' | 'month' | 'week'>('month');
  const [isOn, setIsOn] = useState(true);
  const [isAsking, setIsAsking] = useState(false);
  const { toast } = useToasts();
  return (
    <>
      <div className={styles.line}>
        <Button variant="primary" icon={<icons.add />}>
          Nouvel événement
        </Button>
        <Button variant="primary" keys="Entrée">
          Affecter
        </Button>
        <Button icon={<icons.print />}>Imprimer</Button>
        <Button variant="quiet" icon={<icons.undo />} keys="Ctrl Z">
          Annuler
        </Button>
        <Button variant="danger" icon={<icons.delete />}>
          Effacer la personne
        </Button>
        <Button isDisabled>Indisponible</Button>
        <Button variant="primary" isDisabled>
          Indisponible
        </Button>
        <Button isPending>Enregistrement</Button>
        <IconButton label="Autres actions" icon={<icons.more />} />
      </div>
      <div className={styles.line}>
        <ButtonGroup label="Période">
          <IconButton variant="plain" label="Mois précédent" icon={<icons.previous />} />
          <Button>Aujourd’hui</Button>
          <IconButton variant="plain" label="Mois suivant" icon={<icons.next />} />
        </ButtonGroup>
        <Segmented
          label="Vue"
          value={view}
          onChange={setView}
          options={[
            { id: 'year', label: 'Année' },
            { id: 'month', label: 'Mois' },
            { id: 'week', label: 'Semaine' },
          ]}
        />
        <MenuButton
          label="Exporter"
          entries={[
            { id: 'pdf', label: 'Document PDF', keys: 'Ctrl P', onAction: nothing },
            { id: 'csv', label: 'Tableau CSV', onAction: nothing },
            {
              id: 'more',
              title: 'Avec',
              entries: [{ id: 'notes', label: 'Notes', isOn: true, onAction: nothing }],
            },
            {
              id: 'end',
              entries: [
                {
                  id: 'delete',
                  label: 'Supprimer',
                  icon: <icons.delete />,
                  isDanger: true,
                  onAction: nothing,
                },
              ],
            },
          ]}
        />
        <Switch isSelected={isOn} onChange={setIsOn}>
          Suivre le plan
        </Switch>
        <Switch isSelected={!isOn} onChange={(next) => setIsOn(!next)}>
          Épingler
        </Switch>
        <CheckboxField isSelected={isOn} onChange={setIsOn}>
          Tâches à échéance
        </CheckboxField>
        <CheckboxField isSelected={!isOn} onChange={(next) => setIsOn(!next)}>
          Absences
        </CheckboxField>
        <CheckboxField isSelected={false} isIndeterminate onChange={nothing}>
          Réunions
        </CheckboxField>
        <CheckboxField isSelected isDisabled onChange={nothing}>
          Calque fixe
        </CheckboxField>
        <Button
          onPress={() =>
            toast({
              text: 'Déplacer « Montage » au 12 mai',
              action: { label: 'Annuler', keys: 'Ctrl Z', onPress: nothing },
            })
          }
        >
          Annoncer
        </Button>
        <Button
          onPress={() => toast({ kind: 'alert', text: 'La copie n’a pas pu être écrite : disque plein.' })}
        >
          Alerter
        </Button>
        <Button onPress={() => setIsAsking(true)}>Demander</Button>
        {isAsking && <Question onClose={() => setIsAsking(false)} />}
      </div>
      <Tabs
        label="Parties de l’événement"
        items={[
          { id: 'overview', href: '#overview', label: 'Vue d’ensemble', isCurrent: false },
          {
            id: 'tasks',
            href: '#tasks',
            label: 'Tâches',
            isCurrent: true,
            badge: <StatusMark kind="alert">3</StatusMark>,
          },
          { id: 'costs', href: '#costs', label: 'Coûts', isCurrent: false },
        ]}
      />
    </>
  );
}

function Question({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="Déplacer « Journée des activités » au 8 mars"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Annuler</Button>
          <Button variant="primary" keys="Entrée" onPress={onClose}>
            Déplacer
          </Button>
        </>
      }
    >
      <div className={styles.panel}>
        <p>12 tâches suivent, 3 restent à leur date.</p>
        <DateField label="Nouveau jour" value="2025-03-08" onChange={nothing} />
        <StatusMark kind="warn">« Réserver » serait à rendre il y a 7 jours.</StatusMark>
      </div>
    </Dialog>
  );
}

function Fields() {
  const [name, setName] = useState('Journée des activités');
  const [refused, setRefused] = useState('Journée des activités, Dumbéa, mais beaucoup trop longue');
  const [kind, setKind] = useState<'day' | 'stand' | null>('day');
  const [place, setPlace] = useState('Païta');
  const [on, setOn] = useState<string | null>('2025-02-22');
  const [at, setAt] = useState<string | null>('14:30');
  const [guests, setGuests] = useState<number | null>(1_200);
  const [tags, setTags] = useState(['jeunesse', 'sport']);
  const [prose, setProse] = useState('Accueil du public dès 9 h.\nDeux portes ouvertes.');
  const [find, setFind] = useState('');
  return (
    <>
      <div className={styles.fields}>
        <TextField label="Nom" value={name} onCommit={setName} help="Tel qu’il paraît sur les documents." />
        <TextField
          label="Nom court"
          value={refused}
          onCommit={setRefused}
          error="40 caractères au plus : il y en a 55."
        />
        <SelectField
          label="Genre"
          value={kind}
          onChange={setKind}
          options={[
            { id: 'day', label: 'Journée d’activités' },
            { id: 'stand', label: 'Stand' },
          ]}
        />
        <ComboField
          label="Lieu"
          value={place}
          suggestions={['Dumbéa', 'Nouméa', 'Païta', 'Thio']}
          onCommit={setPlace}
        />
        <DateField label="Date" value={on} onChange={setOn} />
        <DateField label="Rapport à rendre" value={null} onChange={nothing} error="La date manque." />
        <TimeField label="Ouverture" value={at} onChange={setAt} />
        <NumberField
          label="Personnes attendues"
          value={guests}
          onCommit={setGuests}
          min={1}
          max={100_000}
          outOfRange="De 1 à 100 000 personnes."
        />
        <TagsField
          label="Mots-clés"
          value={tags}
          onChange={setTags}
          suggestions={['jeunesse', 'santé', 'sécurité']}
          removeLabel={(tag) => `Retirer ${tag}`}
        />
        <TextField label="Référence" value="" placeholder="à saisir" />
        <TextField label="Verrouillé" value="Clos" disabled />
        <SearchField label="Chercher" value={find} onChange={setFind} keys="/" clearLabel="Vider" />
        <div className={styles.wide}>
          <TextArea label="Description" value={prose} onCommit={setProse} />
        </div>
        <div className={styles.wide}>
          <FileDrop onChoose={nothing} onDrop={nothing} chooseLabel="Choisir un fichier">
            Déposer ici le tableau des tâches, ou le choisir.
          </FileDrop>
        </div>
      </div>
      <div className={styles.title}>
        <InlineEdit
          label="Nom de l’événement"
          value={name}
          onCommit={(next) => (next.trim() === '' ? 'Le nom manque.' : setName(next))}
        />
      </div>
    </>
  );
}

function States() {
  return (
    <>
      <div className={styles.line}>
        <StatusMark kind="alert">3 retards</StatusMark>
        <StatusMark kind="warn">2 informations</StatusMark>
        <StatusMark kind="ok">Équipe</StatusMark>
        <StatusMark kind="info">Équipe à former</StatusMark>
        <Tag>12 lignes</Tag>
        <Tag kind="accent">v4</Tag>
        <Tag kind="alert" hasMark>
          2 sur 3
        </Tag>
        <Tag kind="warn" hasMark>
          3 sur 4
        </Tag>
        <Tag kind="ok" hasMark>
          tenu
        </Tag>
        <Tag kind="info" hasMark>
          à venir
        </Tag>
        <Kbd>Ctrl K</Kbd>
      </div>
      <Notice kind="alert" title="Le journal n’a pas pu être écrit." action={<Button>Réessayer</Button>}>
        Le disque est plein. Rien n’est perdu : la modification n’a pas été faite.
      </Notice>
      <Notice kind="warn">Une facture de 38 500 F est attendue.</Notice>
      <Notice kind="ok">Copie enregistrée hier à 18 h 02.</Notice>
      <Notice kind="info">Vacances scolaires d’été, jusqu’au 16 février.</Notice>
      <div className={styles.columns}>
        <div>
          <ProgressBar
            label="Lecture du fichier"
            value={0.42}
            detail="2 520 lignes sur 6 000"
            cancelLabel="Arrêter"
            onCancel={nothing}
          />
          <ProgressBar label="Recherche d’une solution" value={null} />
          <KeyValue
            items={[
              { id: 'place', label: 'Lieu', value: 'Complexe sportif, Dumbéa' },
              { id: 'total', label: 'Total HT', value: '4 280 200', isFigure: true },
              { id: 'spent', label: 'Réel', value: '4 239 236', isFigure: true },
            ]}
          />
          <Skeleton label="Les tâches arrivent" />
        </div>
        <EmptyState
          icon={<icons.tasks />}
          title="Aucune tâche pour cet événement"
          action={
            <Button variant="primary" icon={<icons.template />}>
              Partir d’un modèle
            </Button>
          }
        >
          Le plan compte à rebours depuis le jour J. Un modèle pose les tâches habituelles ; chacune se change
          ensuite.
        </EmptyState>
      </div>
    </>
  );
}

export type Row = Readonly<{
  id: string;
  title: string;
  team: string;
  due: string;
  cost: number | null;
  isLate: boolean;
}>;

const titles = ['Réserver le site', 'Commander les barnums', 'Écrire aux organismes', 'Former au comptage'];
const teams = ['Logistique', 'Accueil', 'Animation'];

export function someRows(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `row-${index}`,
    title: `${titles[index % titles.length]} ${index + 1}`,
    team: teams[index % teams.length] ?? '',
    due: `2025-02-${String((index % 28) + 1).padStart(2, '0')}`,
    cost: index % 5 === 4 ? null : ((index * 7_919) % 90) * 1_000,
    isLate: index % 7 === 2,
  }));
}

export const rowColumns: readonly Column<Row>[] = [
  {
    id: 'title',
    header: 'Tâche',
    cell: ({ title }) => title,
    sortValue: ({ title }) => title,
    filterValue: ({ title }) => title,
    width: 'minmax(180px, 2fr)',
    isPrimary: true,
  },
  {
    id: 'team',
    header: 'Équipe',
    cell: ({ team }) => team,
    sortValue: ({ team }) => team,
    filterValue: ({ team }) => team,
    width: '1fr',
    minWidth: '100px',
  },
  {
    id: 'state',
    header: 'État',
    cell: ({ isLate }) =>
      isLate ? <StatusMark kind="alert">en retard</StatusMark> : <StatusMark kind="ok">à jour</StatusMark>,
    width: '110px',
  },
  { id: 'due', header: 'Échéance', cell: ({ due }) => due, sortValue: ({ due }) => due, width: '100px' },
  {
    id: 'cost',
    header: 'Estimé',
    cell: ({ cost }) => (cost === null ? 'attendu' : cost.toLocaleString('fr-FR')),
    sortValue: ({ cost }) => cost,
    width: '100px',
    align: 'end',
  },
];

const rowId = ({ id }: Row): string => id;
const rowLabel = ({ title }: Row): string => title;
const byTeam = ({ team }: Row) => ({ id: team, label: team, order: team });

export function TaskTable({
  count,
  isGrouped = false,
  onOpen,
  openId = null,
  rememberAs,
  filter,
}: {
  count: number;
  isGrouped?: boolean;
  onOpen?: (row: Row) => void;
  openId?: string | null;
  rememberAs?: string;
  filter?: string;
}) {
  const rows = useMemo(() => someRows(count), [count]);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Tâches"
      language="fr"
      rows={rows}
      rowId={rowId}
      rowLabel={rowLabel}
      columns={rowColumns}
      groupOf={isGrouped ? byTeam : undefined}
      selected={selected}
      onSelect={setSelected}
      selectAllLabel="Choisir toutes les tâches"
      columnsLabel="Colonnes"
      rowActionsLabel="Actions"
      rowActions={({ title }) => [
        { id: 'open', label: `Ouvrir ${title}`, onAction: nothing },
        { id: 'delete', label: 'Supprimer', isDanger: true, onAction: nothing },
      ]}
      onOpen={onOpen}
      openId={openId}
      rememberAs={rememberAs}
      filter={filter}
      empty={<p>Rien ne correspond.</p>}
      footer={({ shown, total, selected: chosen }) => `${shown} lignes sur ${total}, ${chosen} choisies`}
    />
  );
}

function TableAndPanel() {
  const [find, setFind] = useState('');
  const [opened, setOpened] = useState<Row | null>(someRows(2)[1] ?? null);
  const [isGrouped, setIsGrouped] = useState(true);
  return (
    <div className={styles.frame}>
      <Toolbar
        label="Tâches"
        end={
          <Button variant="primary" icon={<icons.add />}>
            Tâche
          </Button>
        }
      >
        <SearchField label="Filtrer les tâches" value={find} onChange={setFind} />
        <Switch isSelected={isGrouped} onChange={setIsGrouped}>
          Par équipe
        </Switch>
      </Toolbar>
      <div className={styles.beside}>
        <TaskTable count={60} isGrouped={isGrouped} filter={find} onOpen={setOpened} openId={opened?.id} />
        {opened && (
          <SidePanel
            key={opened.id}
            title={opened.title}
            closeLabel="Fermer"
            resizeLabel="Largeur du panneau"
            onClose={() => setOpened(null)}
            actions={<IconButton label="Autres actions de la tâche" icon={<icons.more />} />}
            footer={<Button>Marquer comme faite</Button>}
          >
            <div className={styles.panel}>
              <TextField label="Titre" value={opened.title} />
              <DateField label="Échéance" value={opened.due} onChange={nothing} />
              <TextArea label="Notes" value="" placeholder="Ce qu’il faut savoir" />
            </div>
          </SidePanel>
        )}
      </div>
    </div>
  );
}
