import { type NarrativeSlot, narrativeSlots } from '@shared/domain/eventReport';
import type { ReportDocument } from '@shared/report/document';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { paginate } from './paginate';
import { paperIn } from './paper';
import styles from './ReportPage.module.css';

type Props = { report: ReportDocument; onNarrative: (slot: NarrativeSlot, text: string) => void };

/** Only here, never on paper: pages apart on a table, and what may be written shown as such. */
const screenStyle = `
.paper{display:grid;gap:16px;justify-items:center;padding:20px}
.page{box-shadow:0 1px 3px rgb(0 0 0/.22)}
.narrative{border-radius:2px;cursor:text;min-height:1.4em}
.narrative:hover{background:var(--tint)}
.narrative:focus-visible{outline:2px solid var(--paper-accent);outline-offset:3px}
.narrative[data-empty]{display:block}
.narrative[data-empty]::before{content:attr(data-empty);color:var(--ink-2);font-size:10.5pt;border-left:2px solid var(--paper-accent);padding-left:3mm;display:block}
textarea{display:block;width:100%;min-height:34mm;field-sizing:content;border:1px solid var(--paper-accent);padding:2mm;font:inherit;font-size:10.5pt;line-height:1.5;color:inherit;background:#fff}
`;

/** The report's own pages. Its texts are edited in place: click or Enter opens, Ctrl+Enter or leaving saves, Escape leaves. */
export function ReportPreview({ report, onNarrative }: Props) {
  const { t } = useTranslation('report');
  const host = useRef<HTMLDivElement>(null);
  const [pageCount, setPageCount] = useState(0);
  const save = useRef(onNarrative);
  useEffect(() => {
    save.current = onNarrative;
  });

  useEffect(() => {
    const place = host.current;
    if (!place) return;
    const paper = paperIn(place, screenStyle);
    place.style.setProperty('--hue-accent', String(report.accentHue));
    const scrolled = place.scrollTop;
    paper.replaceChildren(...paginate(report));
    paper.lang = report.language;
    place.scrollTop = scrolled;
    setPageCount(paper.querySelectorAll('.page').length);
    for (const narrative of paper.querySelectorAll<HTMLElement>('.narrative')) {
      narrative.tabIndex = 0;
      narrative.setAttribute('role', 'button');
      narrative.setAttribute(
        'aria-label',
        t('editNarrative', { prompt: promptOf(report, narrative.dataset.slot) }),
      );
    }
    const open = (event: Event): void => {
      const narrative = (event.target as HTMLElement).closest<HTMLElement>('.narrative');
      if (!narrative || narrative.querySelector('textarea')) return;
      if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      edit(
        narrative,
        report,
        (slot, text) => save.current(slot, text),
        t('editNarrative', { prompt: promptOf(report, narrative.dataset.slot) }),
      );
    };
    paper.addEventListener('click', open);
    paper.addEventListener('keydown', open);
    return () => {
      paper.removeEventListener('click', open);
      paper.removeEventListener('keydown', open);
    };
  }, [report, t]);

  return (
    <section
      className={styles.preview}
      ref={host}
      aria-label={t('preview', { count: pageCount })}
      data-pages={pageCount}
    />
  );
}

function edit(
  narrative: HTMLElement,
  report: ReportDocument,
  onSave: Props['onNarrative'],
  label: string,
): void {
  const slot = narrativeSlots.find((one) => one === narrative.dataset.slot);
  if (!slot) return;
  const before = [...narrative.childNodes];
  const text = narrativeOf(report, slot)?.text ?? '';
  const area = document.createElement('textarea');
  area.value = text;
  area.maxLength = 20_000;
  area.setAttribute('aria-label', label);
  narrative.removeAttribute('role');
  narrative.removeAttribute('data-empty');
  narrative.replaceChildren(area);
  area.focus();
  let isOpen = true;
  const leave = (isKept: boolean): void => {
    if (!isOpen) return;
    isOpen = false;
    narrative.setAttribute('role', 'button');
    if (isKept && area.value !== text) return onSave(slot, area.value);
    narrative.replaceChildren(...before);
    if (text === '') narrative.dataset.empty = narrativeOf(report, slot)?.prompt ?? '';
    narrative.focus();
  };
  area.addEventListener('blur', () => leave(true));
  area.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') leave(false);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) leave(true);
  });
}

function narrativeOf(report: ReportDocument, slot: string | undefined) {
  for (const { blocks } of report.sections) {
    for (const block of blocks) if (block.kind === 'narrative' && block.slot === slot) return block;
  }
  return undefined;
}

function promptOf(report: ReportDocument, slot: string | undefined): string {
  return narrativeOf(report, slot)?.prompt ?? '';
}
