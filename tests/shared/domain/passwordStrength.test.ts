import { passwordStrength } from '@shared/domain/passwordStrength';
import { expect, test } from 'vitest';

test.each([
  ['', 'empty'],
  ['a', 'weak'],
  ['motdepasse', 'weak'],
  ['Azerty123456', 'weak'],
  ['Noumea2026!', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['trampoline9', 'fair'],
  ['girafe lampe', 'fair'],
  ['girafe lampe ciment violon', 'good'],
  ['k7#Vq9!xZp2$mW4d', 'good'],
])('« %s » is %s', (password, strength) => {
  expect(passwordStrength(password)).toBe(strength);
});
