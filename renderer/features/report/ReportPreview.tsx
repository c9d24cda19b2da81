import type { EventReport, NarrativeSlot } from '@shared/domain/eventReport';
import type { ReportDocument } from '@shared/report/document';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paginate } from './paginate';
import { fontsReady, paperIn } from './paper';
import { editIn, inviteIn, screenStyle, slotOf } from './narrativeEditing';
import { useScale, type Zoom } from './useScale';
import styles from './ReportPage.module.css';

type Props = {
  report: ReportDocument;
  /** As typed: the document's own are set in its typography. */
  narratives: EventReport['narratives'];
  zoom: Zoom;
  onNarrative: (slot: NarrativeSlot, text: string) => void;
  /** Where to go: an id in the document; `at` tells one request from the next. */
  target: Readonly<{ id: string; at: number }> | null;
};

/** Left above a place that was jumped to, in CSS pixels. */
const aboveTarget = 24;

/** The report's own pages, as they print. Its texts are edited in place. */
export function ReportPreview({ report, narratives, zoom, onNarrative, target }: Props) {
  const { t } = useTranslation('report');
  const scroller = useRef<HTMLElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const [pageCount, setPageCount] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const latest = useRef({ narratives, onNarrative });
  useEffect(() => {
    latest.current = { narratives, onNarrative };
  });
  const { scale, width, height } = useScale(scroller, host, zoom);

  useEffect(() => {
    let isCurrent = true;
    const draw = async (): Promise<void> => {
      await fontsReady();
      if (!isCurrent || !host.current) return;
      const pages = paginate(report);
      const paper = paperIn(host.current, screenStyle);
      const focused = slotOf(host.current.shadowRoot?.activeElement ?? null);
      host.current.style.setProperty('--hue-accent', String(report.accentHue));
      paper.lang = report.language;
      paper.replaceChildren(...pages);
      inviteIn(paper, report, { action: t('write'), label: (prompt) => t('editNarrative', { prompt }) });
      if (focused)
        paper.querySelector<HTMLElement>(`[data-slot="${focused}"]`)?.focus({ preventScroll: true });
      setPageCount(pages.length);
    };
    draw().catch((error: unknown) => isCurrent && setFailure(error));
    return () => {
      isCurrent = false;
    };
  }, [report, t]);

  useEffect(() => {
    const place = host.current;
    if (!place) return;
    const open = (event: Event): void => {
      const [inside] = event.composedPath();
      const narrative = inside instanceof Element ? inside.closest<HTMLElement>('.narrative') : null;
      const slot = slotOf(narrative);
      if (!narrative || !slot || narrative.querySelector('textarea')) return;
      if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      const text = latest.current.narratives[slot] ?? '';
      editIn(narrative, { text, hint: t('editHint') }, (next) => latest.current.onNarrative(slot, next));
    };
    place.addEventListener('click', open);
    place.addEventListener('keydown', open);
    return () => {
      place.removeEventListener('click', open);
      place.removeEventListener('keydown', open);
    };
  }, [t]);

  useEffect(() => {
    const place = scroller.current;
    const found = target && host.current?.shadowRoot?.getElementById(target.id);
    if (!place || !found) return;
    // Only the pages scroll, never what is around them.
    place.scrollTop += found.getBoundingClientRect().top - place.getBoundingClientRect().top - aboveTarget;
  }, [target]);

  if (failure) throw failure;
  return (
    <section
      className={styles.preview}
      ref={scroller}
      aria-label={t('preview', { count: pageCount })}
      data-pages={pageCount}
    >
      <div className={styles.sized} style={{ width: width * scale, height: height * scale }}>
        <div ref={host} className={styles.sheets} style={{ transform: `scale(${scale})` }} />
      </div>
    </section>
  );
}
