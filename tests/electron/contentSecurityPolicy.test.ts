import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  ariaStyleHash,
  browserPagePolicy,
  pagePolicy,
  printPolicy,
} from '../../electron/contentSecurityPolicy';

test('the one running style that is allowed is the one that the installed React Aria adds', () => {
  const source = readFileSync('node_modules/react-aria/dist/private/interactions/usePress.mjs', 'utf8');
  const attribute = /PRESSABLE_ATTRIBUTE = '([^']+)'/.exec(source)?.[1];
  const style = /style\.textContent = `([^`]+)`\.trim\(\)/.exec(source)?.[1];
  const text = style?.replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, attribute ?? '').trim() ?? '';
  expect(`sha256-${createHash('sha256').update(text).digest('base64')}`).toBe(ariaStyleHash);
});

test('neither the page nor a printed document may run text as script, or reach another machine', () => {
  for (const policy of [pagePolicy, printPolicy]) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*|script-src[^;]*'unsafe-inline'/);
  }
  expect(printPolicy).not.toContain('script-src');
  expect(pagePolicy).not.toContain('unsafe-inline');
});

test('text is no markup either: the page has one Trusted Types policy, a printed document none', () => {
  const typesOf = (policy: string) => policy.split('; ').filter((rule) => rule.includes('trusted-types'));
  expect([pagePolicy, browserPagePolicy, printPolicy].map(typesOf)).toEqual([
    ["require-trusted-types-for 'script'", 'trusted-types default'],
    ["require-trusted-types-for 'script'", 'trusted-types default'],
    ["require-trusted-types-for 'script'", "trusted-types 'none'"],
  ]);
});
