import { type NarrativeSlot, narrativeSlots } from '@shared/domain/eventReport';
import type { BlockOf, ReportDocument } from '@shared/report/document';

/**
 * Only on screen, never on paper: pages apart, texts that can be written shown as such. Nothing here takes room on a page: an empty text
 * invites from the margin, so that the preview breaks where the print does.
 */
export const screenStyle = `
.paper{display:grid;gap:16px;justify-content:start}
.page{height:auto;min-height:var(--p-page-h);overflow:visible;outline:1px solid var(--p-rule)}
.narrative{cursor:text;border-radius:2px}
.narrative:hover{background:var(--p-tint);box-shadow:0 0 0 2mm var(--p-tint)}
.narrative:focus-visible{outline:2px solid var(--p-accent);outline-offset:2mm}
.narrative[data-empty]{display:block;position:relative;height:0;margin:0;outline:0;box-shadow:none}
.narrative[data-empty]::before{content:"+ " attr(data-action);position:absolute;right:calc(100% + 2mm);top:0;padding:.8mm 1.6mm;border:1px dashed var(--p-accent);border-radius:2px;background:var(--p-ground);color:var(--p-accent);font-size:var(--p-small);font-weight:530;line-height:1.3;white-space:nowrap}
.narrative[data-empty]:is(:hover,:focus-visible)::before{background:var(--p-tint);border-style:solid}
.narrative[data-empty]:focus-visible::before{outline:2px solid var(--p-accent);outline-offset:1px}
.narrative.editing{height:auto;margin-bottom:3.5mm;background:none;box-shadow:none}
.narrative.editing::before{content:none}
textarea{display:block;width:100%;min-height:30mm;field-sizing:content;border:1px solid var(--p-accent);border-radius:2px;padding:2mm;font:inherit;font-size:var(--p-lead);line-height:1.5;color:inherit;background:var(--p-ground)}
textarea:focus{outline:2px solid var(--p-accent)}
.hint{margin-top:1mm;font-size:var(--p-small);color:var(--p-ink-2)}
`;

type Words = { action: string; label: (prompt: string) => string };

/** Makes each text of the pages something that can be reached and opened. Of a text on several pages, the first piece. */
export function inviteIn(paper: HTMLElement, report: ReportDocument, { action, label }: Words): void {
  const seen = new Set<string>();
  for (const narrative of paper.querySelectorAll<HTMLElement>('.narrative')) {
    const slot = slotOf(narrative);
    const known = slot && narrativeOf(report, slot);
    if (!known || seen.has(slot)) continue;
    seen.add(slot);
    narrative.tabIndex = 0;
    narrative.setAttribute('role', 'button');
    narrative.setAttribute('aria-label', label(known.prompt));
    narrative.title = known.prompt;
    narrative.dataset['action'] = action;
  }
}

/** A field in the text's own place. Ctrl+Enter or leaving it saves, Escape leaves it as it was. */
export function editIn(
  narrative: HTMLElement,
  { text, hint }: { text: string; hint: string },
  onSave: (text: string) => void,
): void {
  const before = [...narrative.childNodes];
  const label = narrative.getAttribute('aria-label') ?? '';
  const area = document.createElement('textarea');
  area.value = text;
  area.maxLength = 20_000;
  area.dir = 'auto';
  area.setAttribute('aria-label', label);
  const help = document.createElement('div');
  help.className = 'hint';
  help.textContent = hint;
  narrative.removeAttribute('role');
  narrative.classList.add('editing');
  narrative.replaceChildren(area, help);
  area.focus();
  let isOpen = true;
  const leave = (isKept: boolean, isByKey: boolean): void => {
    if (!isOpen) return;
    isOpen = false;
    const next = area.value;
    narrative.setAttribute('role', 'button');
    narrative.classList.remove('editing');
    narrative.replaceChildren(...before);
    if (isByKey) narrative.focus({ preventScroll: true });
    if (isKept && next !== text) onSave(next);
  };
  area.addEventListener('blur', () => leave(true, false));
  area.addEventListener('keydown', (event) => {
    event.stopPropagation();
    if (event.key === 'Escape') leave(false, true);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) leave(true, true);
  });
}

export function slotOf(part: Element | null): NarrativeSlot | undefined {
  const narrative = part?.closest<HTMLElement>('.narrative');
  return narrativeSlots.find((slot) => slot === narrative?.dataset['slot']);
}

function narrativeOf(report: ReportDocument, slot: NarrativeSlot): BlockOf<'narrative'> | undefined {
  return report.sections
    .flatMap(({ blocks }) => blocks)
    .find((block): block is BlockOf<'narrative'> => block.kind === 'narrative' && block.slot === slot);
}
