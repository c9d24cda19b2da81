import type { errors as reference } from '../fr/errors';
import type { SameKeys } from '../words';

export const errors = {
  empty: 'This field cannot stay empty.',
  tooLong: 'This text is too long.',
  tooMany: 'This list holds too many items.',
  notAnInstant: 'This date and time cannot be read.',
  notADay: 'This day does not exist.',
  notATime: 'This time cannot be read: write for example 14:30.',
  skippedHour: 'This time does not exist on that day: the clocks go forward.',
  unknownTimeZone: 'This time zone is unknown.',
  endsBeforeStart: 'The end comes before the start.',
  setUpAfterOpening: 'Set-up starts after opening.',
  teardownBeforeClosing: 'Teardown ends before closing.',
  eventTooLong: 'More than 400 days lie between set-up and teardown: a date was probably mistyped.',
  notAnEmail: 'This address cannot be read: write for example name@example.nc.',
  offsetTooFar: 'The offset is over 1,500 days.',
  dependsOnItself: 'A task cannot depend on itself.',
  dependencyCycle: 'These tasks wait for each other.',
  doneWithoutDay: 'A task that is done carries the day on which it was.',
  planWithoutEvent: 'An offset needs an event.',
  notACurrency: 'A currency is written in three letters: XPF, EUR.',
  noWorkingDay: 'At least one day of the week must be worked.',
  notANumber: 'This number cannot be read.',
  outOfBounds: 'This number is out of bounds.',
  other: 'This value is not accepted.',
} as const satisfies SameKeys<typeof reference>;
