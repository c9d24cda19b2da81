import { I18nProvider } from 'react-aria-components';
import { page } from 'vitest/browser';
import { afterEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-react';
import { ToastProvider } from '@renderer/ui/Toaster';
import '@renderer/ui/tokens.css';
import '@renderer/ui/base.css';
import { accessibilityFaults } from '../../support/accessibility';
import { Gallery } from './gallery';

const root = document.documentElement;

afterEach(() => {
  delete root.dataset['theme'];
  delete root.dataset['density'];
  root.style.removeProperty('--hue-accent');
  localStorage.clear();
});

describe('the whole kit', () => {
  it.each([
    ['light', 'compact'],
    ['dark', 'airy'],
    ['plein-air', 'compact'],
  ])(
    'has no accessibility fault (%s, %s)',
    async (theme, density) => {
      root.lang = 'fr';
      root.dataset['theme'] = theme;
      root.dataset['density'] = density;
      await render(
        <I18nProvider locale="fr-FR">
          <ToastProvider closeLabel="Fermer">
            <Gallery />
          </ToastProvider>
        </I18nProvider>,
      );
      await expect.element(page.getByRole('grid', { name: 'Tâches' })).toBeVisible();
      expect(await accessibilityFaults()).toEqual([]);
    },
    90_000,
  );
});

describe('colours', () => {
  const texts = [
    ['--text', '--ground'],
    ['--text-2', '--ground'],
    ['--text-3', '--surface'],
    ['--text-2', '--hover'],
    ['--on-accent', '--accent'],
    ['--accent', '--ground'],
    ['--accent-strong', '--accent-soft'],
    ['--alert', '--alert-soft'],
    ['--warn', '--warn-soft'],
    ['--ok', '--ok-soft'],
    ['--info', '--info-soft'],
    ['--alert', '--ground'],
    ['--warn', '--ground'],
    ['--ok', '--ground'],
    ['--info', '--ground'],
  ] as const;

  it.each(['light', 'dark', 'plein-air', 'plein-air-night'])(
    'let every text be read, whatever the accent of the charter (%s)',
    (theme) => {
      root.dataset['theme'] = theme;
      const faults = [];
      for (let hue = 0; hue < 360; hue += 20) {
        root.style.setProperty('--hue-accent', String(hue));
        for (const [text, ground] of texts) {
          const ratio = contrast(text, ground);
          if (ratio < 4.5) faults.push(`${text} on ${ground} at hue ${hue}: ${ratio.toFixed(2)}`);
        }
        for (const ground of ['--surface', '--ground']) {
          const ratio = contrast('--edge', ground);
          if (ratio < 3) faults.push(`--edge on ${ground}: ${ratio.toFixed(2)}`);
        }
      }
      expect([...new Set(faults)]).toEqual([]);
    },
  );
});

function contrast(text: string, ground: string): number {
  const [light = 0, dark = 0] = [luminance(text), luminance(ground)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance (WCAG 2.2) of a token as it is painted. */
function luminance(token: string): number {
  const probe = document.body.appendChild(document.createElement('span'));
  probe.style.color = `var(${token})`;
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  context.fillStyle = getComputedStyle(probe).color;
  probe.remove();
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
    const share = byte / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
