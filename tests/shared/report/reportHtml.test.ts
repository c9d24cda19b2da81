import { readFileSync } from 'node:fs';
import { node, toHtml } from '@shared/interchange/htmlNode';
import { paperStyle, paperTokens } from '@shared/interchange/paperStyle';
import { reportFile } from '@shared/interchange/reportHtml';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anId, anIndicator, aTask } from '../../support/builders';
import { dumbeaDocument, dumbeaReport, dumbeaSheet, provinceSettings } from '../../support/dumbeaReport';

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '</title><script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  'javascript:alert(1)',
  '&lt;script&gt;',
  '=cmd|calc!A1',
];

/** A report in which every text that a person can type is this one. */
function fileWith(text: string): string {
  const event = dumbeaSheet({
    name: text,
    edition: text,
    audiences: text,
    format: text,
    description: text,
    messages: [text],
    venue: { name: text, address: text, commune: text, accessNotes: text, capacityPeople: 1 },
    contacts: [{ id: anId(), function: text, name: text, organisation: text, phone: text, email: '' }],
    partners: [{ id: anId(), name: text, activity: text, commune: text }],
    customAnchors: [{ id: anId(), name: text, on: '2025-01-15', movesWithEvent: true }],
    objectives: [
      {
        id: anId(),
        title: text,
        indicators: [
          anIndicator({ name: text, unit: text.slice(0, 20), actual: 3, evidence: text }),
          anIndicator({ name: text, meansOfMeasure: text }),
        ],
      },
    ],
  });
  const recommendations = [{ id: anId(), kind: 'keep' as const, title: text, details: text, owner: text }];
  const narratives = {
    summary: text,
    context: text,
    objectives: text,
    calendar: text,
    tasks: text,
    conclusion: text,
  };
  return reportFile(
    dumbeaDocument({
      event,
      tasks: [aTask({ title: text, team: text, dueOn: '2025-01-10' })],
      report: dumbeaReport(event, { version: text, author: text, narratives, recommendations }),
      settings: provinceSettings({ organisation: text, organisationUnit: text, contractingAuthority: text }),
    }),
    null,
  );
}

const tagsOf = (html: string): string[] =>
  [...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, tag = '']) => tag.toLowerCase());
/** A tag from its first sign to its last, every value between quotes; what a text could break out of. */
const wholeTag = /<([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>/g;
const attributesOf = (html: string): string[] =>
  [...html.matchAll(wholeTag)].flatMap(([, , inside = '']) =>
    [...inside.matchAll(/ ([a-z-]+)="[^"]*"/g)].map(([, name = '']) => name),
  );
const knownAttributes = new Set(attributesOf(fileWith('x')));
const knownTags = new Set(tagsOf(fileWith('x')));

describe('a text is never markup', () => {
  test.each(hostile)('%s', (text) => {
    const html = fileWith(text);
    expect(tagsOf(html).filter((tag) => !knownTags.has(tag))).toEqual([]);
    expect(html.match(wholeTag)).toHaveLength(html.match(/<[a-z]/gi)?.length ?? 0);
    expect(attributesOf(html).filter((name) => !knownAttributes.has(name))).toEqual([]);
    expect(html).not.toMatch(/ (?:href|src)="(?!#|data:image\/)/i);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html.match(/<title>/g)).toHaveLength(1);
  });

  test('whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'<>&"\'=/ a;#'.split(''), '\u2028', '👩‍👧') }),
        (text) => {
          const html = toHtml(node('p', { title: text }, text));
          const inside = /^<p title="([^"]*)">([^<]*)<\/p>$/s.exec(html);
          expect(inside?.slice(1).map(unescaped)).toEqual([text, text]);
        },
      ),
    );
  });
});

test('the file stands alone: no script, no address but those inside it', () => {
  const html = fileWith('x');
  expect(html).not.toMatch(/<script|<link|<iframe|@import|https?:|url\((?!data:)/i);
  expect(html).toContain('<html lang="fr"');
  expect(html).toContain('<title>x x – Rapport d’évaluation</title>');
});

test('every link of the contents leads somewhere, once', () => {
  const html = fileWith('x');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const links = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
  expect(links.length).toBeGreaterThan(8);
  expect(links.filter((link) => ids.filter((id) => id === link).length !== 1)).toEqual([]);
});

test('headings go down one step at a time, from the title of the document', () => {
  const ranks = [...fileWith('x').matchAll(/<h([1-6])[ >]/g)].map(([, rank]) => Number(rank));
  expect(ranks.filter((rank) => rank === 1)).toHaveLength(1);
  expect(ranks.every((rank, index) => index === 0 || rank - (ranks[index - 1] ?? 0) <= 1)).toBe(true);
});

test('paper tokens are those of the interface, and the style uses no other', () => {
  const css = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8');
  const ofInterface = Object.fromEntries(
    [...css.matchAll(/(--p-[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
  expect(ofInterface).toEqual(paperTokens);
  const used = [...paperStyle.matchAll(/var\((--[\w-]+)/g)].map(([, name = '']) => name);
  expect(used.filter((name) => !(name in paperTokens) && name !== '--hue-accent')).toEqual([]);
});

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
