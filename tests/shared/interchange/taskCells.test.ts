import {
  joinList,
  readAnchor,
  readChecklist,
  readDay,
  readHeader,
  readInteger,
  readMinutes,
  readOffset,
  readPriority,
  readStatus,
  readUnit,
  readYesOrNo,
  splitList,
  taskColumns,
  writeChecklist,
  writtenWords,
} from '@shared/interchange/taskCells';
import { taskPriorities, taskStatuses } from '@shared/domain/task';
import { describe, expect, it } from 'vitest';
import { anEvent, anId } from '../../support/builders';

describe('the headers of a file of tasks', () => {
  it.each([
    ['tâche', 'title'],
    ['TACHE', 'title'],
    ['Équipe', 'team'],
    ['Décalage (jours)', 'offsetDays'],
    ['décalage en jours', 'offsetDays'],
    ['Durée en jours :', 'durationDays'],
    ['Dépend de', 'dependsOn'],
    ['Mots-clés', 'tags'],
    ['Date d’échéance', 'dueOn'],
    ["date d'échéance", 'dueOn'],
    ['Temps estimé (h)', 'estimateMinutes'],
    ['Due Date', 'dueOn'],
    ['Assignee', 'owner'],
    ['Blocked by', 'dependsOn'],
    ['Couleur', null],
    ['', null],
    ['constructor', null],
    ['__proto__', null],
  ])('%j is %s', (header, column) => {
    expect(readHeader(header)).toBe(column);
  });

  it.each(['fr', 'en'] as const)('that an export writes are all understood (%s)', (language) => {
    const { header } = writtenWords(language);
    expect(taskColumns.map((column) => readHeader(header(column)))).toEqual(taskColumns);
  });
});

describe('the words of a cell', () => {
  it.each(['fr', 'en'] as const)('that an export writes are read back (%s)', (language) => {
    const words = writtenWords(language);
    const anchors = ['opening', 'closing', 'setUp', 'reportDue', 'orderSigned'] as const;
    expect(anchors.map((kind) => readAnchor(words.anchor(kind), null))).toEqual(
      anchors.map((kind) => ({ kind })),
    );
    expect(taskPriorities.map((one) => readPriority(words.priority(one)))).toEqual(taskPriorities);
    expect(taskStatuses.map((one) => readStatus(words.status(one)))).toEqual(taskStatuses);
    expect(readUnit(words.unit('workingDays'))).toBe('workingDays');
    expect(readUnit(words.unit('calendarDays'))).toBe('calendarDays');
    expect([readYesOrNo(words.yesOrNo(true)), readYesOrNo(words.yesOrNo(false))]).toEqual([true, false]);
  });

  it('may name an anchor of the event’s own', () => {
    const anchorId = anId();
    const event = anEvent({
      customAnchors: [{ id: anchorId, name: 'Comité de pilotage', on: '2025-01-10', movesWithEvent: true }],
    });
    expect(readAnchor('comite de pilotage', event)).toEqual({ kind: 'custom', anchorId });
    expect(readAnchor('comite de pilotage', null)).toBeNull();
  });

  it.each([
    ['1', 'high'],
    ['Urgente', 'high'],
    ['normale', 'medium'],
    ['vitale', null],
    ['toString', null],
  ])('give the priority of %j: %s', (text, priority) => {
    expect(readPriority(text)).toBe(priority);
  });
});

describe('the day in a cell', () => {
  it.each([
    ['22/02/2025', '2025-02-22'],
    ['5/3/2025', '2025-03-05'],
    ['05/03/25', '2025-03-05'],
    ['22.02.2025', '2025-02-22'],
    ['22-02-2025', '2025-02-22'],
    ['2025-02-22', '2025-02-22'],
    ['22/02/2025 09:00', '2025-02-22'],
    ['22/02/2025  9h00', '2025-02-22'],
    ['2025-02-22T09:00:00Z', '2025-02-22'],
    ['29/02/2024', '2024-02-29'],
    ['29/02/2025', null],
    ['02/22/2025', null],
    ['2025-02-22 bientôt', null],
    ['31/04/2025', null],
    ['45000', null],
    ['demain', null],
    ['', null],
  ])('%j is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

describe('the number in a cell', () => {
  it.each([
    ['12', 12],
    ['-30', -30],
    ['−30', -30],
    ['+7', 7],
    ['12,0', 12],
    ['1 200', 1200],
    ['1\u202f200', 1200],
    ['1,5', null],
    ['trois', null],
    ['1e3', null],
    ['', null],
    ['9999999999', null],
    ['NaN', null],
  ])('%j is %s', (text, value) => {
    expect(readInteger(text)).toBe(value);
  });

  it.each([
    ['J-30', -30],
    ['j - 30', -30],
    ['D+7', 7],
    ['-30', -30],
    ['J30', null],
    ['J', null],
  ])('counts days from an anchor: %j is %s', (text, value) => {
    expect(readOffset(text)).toBe(value);
  });

  it.each([
    ['90', 'temps estimé en minutes', 90],
    ['1,5', 'temps estimé (h)', 90],
    ['2', 'Estimated hours', 120],
    ['1 h 30', '', 90],
    ['1h30', '', 90],
    ['1:05', '', 65],
    ['1,5 h', '', 90],
    ['2 heures', '', 120],
    ['45 min', 'temps estimé (h)', 45],
    ['1,5', '', null],
    ['1 h 75', '', null],
    ['longtemps', '', null],
  ])('gives the minutes of %j under %j: %s', (text, header, minutes) => {
    expect(readMinutes(text, header)).toBe(minutes);
  });
});

describe('a list in a cell', () => {
  it('is cut at its bars, without what is empty', () => {
    expect(splitList(' un | deux||trois |')).toEqual(['un', 'deux', 'trois']);
  });

  it('gives back a part that holds a bar itself', () => {
    const parts = ['Son | lumière', 'Régie', 'a|b|c'];
    expect(splitList(joinList(parts))).toEqual(parts);
  });

  it('may be a checklist, each item ticked or not', () => {
    const items = [
      { id: anId(), text: 'Bâches', isDone: true },
      { id: anId(), text: '[x] marquer', isDone: false },
    ];
    expect(readChecklist(writeChecklist(items))).toEqual(items.map(({ text, isDone }) => ({ text, isDone })));
    expect(readChecklist('Bâches|[X] Cordes|[] Piquets|[x]')).toEqual([
      { text: 'Bâches', isDone: false },
      { text: 'Cordes', isDone: true },
      { text: 'Piquets', isDone: false },
    ]);
  });
});
