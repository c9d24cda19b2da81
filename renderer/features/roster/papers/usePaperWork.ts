import type { RosterFacts } from '@shared/domain/roster';
import { rosterOf } from '@shared/domain/roster';
import type { Language } from '@shared/domain/settings';
import type { StaffMember } from '@shared/domain/staffMember';
import { icsFileNames, personIcs } from '@shared/interchange/rosterIcs';
import { writeZip } from '@shared/interchange/zip';
import type { Paper } from '@shared/report/rosterDocuments';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readClock } from '@renderer/data/clock';
import { useHost } from '@renderer/host/hostContext';
import { useToasts } from '@renderer/ui/Toaster';
import { usePaperMaker } from './paperMaker';

export type PaperWork = Readonly<{ done: number; all: number }>;
type Saved = Readonly<{ kind: 'saved'; name: string }> | Readonly<{ kind: 'cancelled' }>;

/** Makes what was chosen and hands it to the desktop: one thing at a time, with how far it is, and a way to stop it. */
export function usePaperWork(eventTitle: string) {
  const { t } = useTranslation('papers');
  const host = useHost();
  const maker = usePaperMaker();
  const { toast } = useToasts();
  const [work, setWork] = useState<PaperWork | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function run(all: number, make: (signal: AbortSignal) => Promise<Saved | null>): Promise<void> {
    const controller = new AbortController();
    running.current = controller;
    setWork({ done: 0, all });
    setProblem(null);
    try {
      const answer = await make(controller.signal);
      if (answer?.kind === 'saved') toast({ text: t('saved', { name: answer.name }) });
    } catch (error) {
      if (controller.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      setProblem(t('failed', { reason: reason === 'printNeedsDesktop' ? t('printNeedsDesktop') : reason }));
    } finally {
      if (running.current === controller) {
        running.current = null;
        setWork(null);
      }
    }
  }
  async function jobOf(papers: readonly Paper[], language: Language, signal: AbortSignal) {
    const [only] = papers;
    const title =
      papers.length === 1 && only
        ? `${only.document.title} – ${only.document.kindLabel}`
        : t('booklet', { event: eventTitle, lng: language });
    const html = await maker.bookletOf(
      title,
      papers.map(({ document }) => document),
      { tell: (done) => setWork({ done, all: papers.length }), signal },
    );
    return { html, title: title.slice(0, 300), language, landscape: false };
  }

  return {
    work,
    problem,
    stop: () => {
      running.current?.abort();
      running.current = null;
      setWork(null);
    },
    savePdf: (papers: readonly Paper[], language: Language, name: string) =>
      run(papers.length, async (signal) => {
        const bytes = await host.ask['print:pdf'](await jobOf(papers, language, signal));
        signal.throwIfAborted();
        return host.ask['files:save'](`${fileName(name)}.pdf`, 'pdf', bytes);
      }),
    print: (papers: readonly Paper[], language: Language) =>
      run(papers.length, async (signal) => {
        await host.ask['print:paper'](await jobOf(papers, language, signal));
        return null;
      }),
    saveIcs: (facts: RosterFacts, members: readonly StaffMember[], language: Language, name: string) =>
      run(members.length, async () => {
        const roster = rosterOf(facts);
        const madeAt = readClock();
        const names = icsFileNames(members);
        const files = new Map(
          members.map(({ id }) => [names.get(id) ?? `${id}.ics`, personIcs(roster, id, madeAt, language)]),
        );
        const [only] = files;
        if (files.size === 1 && only) return host.ask['files:save'](only[0], 'ics', only[1]);
        return host.ask['files:save'](`${fileName(name)}.zip`, 'any', await writeZip(files));
      }),
  };
}

function fileName(name: string): string {
  return name.replace(/[\\/:*?"<>|]/g, ' ').slice(0, 120);
}
