import { defaultSettings, type Language, type Settings } from '../domain/settings';
import { addDays, type Day } from '../domain/time';
import { workCalendarOf } from '../domain/workCalendar';
import { emptyWorkspace, type Workspace } from '../domain/workspace';
import { activityDay, coordination, type Make, nextSaturday, office, session, stand } from './exampleEvents';
import { inFullSwing, livedIn, looseTasks, over, plannedTasks } from './exampleProgress';
import { writtenReport } from './exampleReport';
import { exampleRoster } from './exampleRoster';
import { exampleStaff } from './exampleStaff';
import { publicHolidays } from './publicHolidays';
import { schoolBreaks } from './schoolBreaks';
import { shippedTemplates } from './templates';

/** What a new workspace begins with: settings in the user's language, holidays around this year, school breaks, shipped templates. */
export async function emptyStart(today: Day, language: Language): Promise<Workspace> {
  const year = Number(today.slice(0, 4));
  const settings: Settings = { ...defaultSettings, language };
  const region = settings.holidaysRegion;
  const holidays = await publicHolidays(region, [year - 1, year, year + 1, year + 2], language);
  return {
    ...emptyWorkspace(),
    settings: [settings],
    periods: [...holidays, ...schoolBreaks(region, language)],
    templates: shippedTemplates(language),
  };
}

/**
 * A workspace in full swing whose dates turn around `today`: a day that we organise in 12 to 18 days, two stands elsewhere, a weekly and a monthly
 * meeting, a training session, last year's edition with its report, and the people who make all of it. Everything in it is invented. A few things are wrong on purpose, for
 * the program to show: late tasks, a task planned before what it waits for, an indicator that nobody will measure, host information that is missing.
 */
export async function exampleWorkspace(today: Day, language: Language): Promise<Workspace> {
  const start = await emptyStart(today, language);
  const make: Make = {
    today,
    language,
    calendar: workCalendarOf(defaultSettings, start.periods),
    say: (fr, en) => (language === 'fr' ? fr : en),
    templates: start.templates,
  };
  const { say } = make;

  const day = activityDay(make, nextSaturday(addDays(today, 12)), 'planned');
  const last = activityDay(make, nextSaturday(addDays(today, -350)), 'evaluated');
  const forum = stand(make, nextSaturday(addDays(today, 4)), 'forum');
  const fair = stand(make, nextSaturday(addDays(today, 30)), 'fair');
  const training = session(make);
  const settings: Settings = {
    ...defaultSettings,
    language,
    organisation: say('Province (exemple)', 'Province (example)'),
    organisationUnit: say('Programme jeunesse', 'Youth programme'),
    contractingAuthority: say(
      'Direction de la culture, de la jeunesse et des sports',
      'Department of culture, youth and sport',
    ),
    me: 'Agent 01',
  };
  const underWay = [forum, fair, training].flatMap((event) =>
    inFullSwing(make, plannedTasks(make, event), event === forum ? 1 : 0),
  );
  return {
    ...start,
    settings: [settings],
    events: [day, last, forum, fair, coordination(make), office(make), training],
    tasks: [
      ...livedIn(make, inFullSwing(make, plannedTasks(make, day), 3)),
      ...over(make, plannedTasks(make, last)),
      ...underWay.map(({ task }) => task),
      ...looseTasks(make),
    ],
    reports: [writtenReport(make, last)],
    people: exampleStaff(make),
    ...exampleRoster(make, day),
  };
}
