import type { RosterModel } from '@shared/roster/model';

/**
 * A shift minimisation instance of Krishnamoorthy, Ernst and Baatar (2012) as a model: tasks with fixed times, people who can do some of
 * them, no rest. `Jobs = n` is followed by n lines of start and end, `Qualifications = n` by n lines of `count: task task …`.
 */
export function shiftMinimisationModel(text: string): RosterModel {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const section = (name: string) => {
    const at = lines.findIndex((line) => line.startsWith(name));
    const count = Number(/=\s*(\d+)/.exec(lines[at] ?? '')?.[1] ?? 0);
    return lines.slice(at + 1, at + 1 + count);
  };
  const shifts = section('Jobs').map((line) => {
    const [startsAt = 0, endsAt = 0] = numbersIn(line);
    return { startsAt, endsAt, headcount: 1, weight: 1000, place: 0 };
  });
  const duty = { restMinutes: 0, spanMinutes: null, dayMinutes: null, weekMinutes: null, maxMinutes: null };
  return {
    shifts,
    people: section('Qualifications').map((line) => ({
      duty,
      options: numbersIn(line.slice(line.indexOf(':') + 1)).map((shift) => ({ shift, cost: 0 })),
      busy: [],
      locked: [],
      targetMinutes: 0,
      contractMinutes: 0,
    })),
    travelMinutes: [[0]],
    weekStarts: [0],
    dayStarts: [0],
    apart: [],
    together: [],
  };
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number);
}
