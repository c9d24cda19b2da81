import {
  indicatorGaps,
  indicatorsOf,
  type MissingCode,
  unansweredRequests,
} from '@shared/domain/completeness';
import type { PlannedEvent } from '@shared/domain/plannedEvent';

/** The field in which a missing thing is given. */
export function fieldOf(code: MissingCode, event: PlannedEvent): string {
  const indicator = (test: (one: ReturnType<typeof indicatorsOf>[number]) => boolean): string =>
    indicatorsOf(event).find(test)?.id ?? '';
  switch (code) {
    case 'venue':
      return 'venueName';
    case 'setUp':
      return 'setUp';
    case 'reportDue':
      return 'reportDueOn';
    case 'attendance':
      return 'attendance';
    case 'audience':
      return 'audiences';
    case 'contact':
      return 'addContact';
    case 'objective':
      return 'addObjective';
    case 'redGap':
      return `means-${indicatorGaps(event)[0]?.id ?? ''}`;
    case 'target':
      return `target-${indicator(({ target }) => target === null)}`;
    case 'hostRequests':
      return `request-${unansweredRequests(event)[0]?.id ?? ''}`;
    case 'actuals':
      return `actual-${indicator(({ actual, evidence }) => actual === null && evidence === '')}`;
    case 'evidence':
      return `evidence-${indicator(({ actual, evidence }) => actual !== null && evidence === '')}`;
  }
}

const focusable = 'input, textarea, button, [role="spinbutton"]';

/** Brings the field into sight and gives it the focus. */
export function focusField(field: string): void {
  const place = document.querySelector(`[data-field="${CSS.escape(field)}"]`);
  const control = place?.querySelector<HTMLElement>(focusable);
  control?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'center' });
}
