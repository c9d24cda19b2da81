import type { PersonalUse, Retention } from '../domain/retention';

/**
 * How long personal data is kept until somebody sets it otherwise. Neither the law of 6 January 1978, which applies in New Caledonia since
 * 1 June 2019 with the rules of the GDPR (ordinance 2018-1125 of 12 December 2018), nor the CNIL gives a figure for events: the body in
 * charge decides, and says so. These are prudent beginnings; `checkedOn` null asks for the decision.
 */
export const retentionDefaults: Readonly<Record<PersonalUse, Retention>> = {
  // Until the next edition of a yearly event is over.
  contacts: retention('contacts', 18),
  owners: retention('owners', 18),
  staff: retention('staff', 18),
  texts: retention('texts', 18),
  // As long as the report is of use to whoever compares editions; archives have rules of their own.
  reports: retention('reports', 60),
  user: retention('user', 0),
  // An older copy may be restored as long as one is kept.
  erasures: retention('erasures', 60),
};

function retention(id: PersonalUse, months: number): Retention {
  return { id, months, source: 'Loi n° 78-17 du 6 janvier 1978, art. 4, 5°', checkedOn: null };
}
