import { spawn } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleWorkspace } from '@shared/seed/exampleWorkspace';
import { beforeEach, describe, expect, test } from 'vitest';
import { journalPath } from '../../electron/journal';
import { environmentFor, existingProgram, launch } from '../support/electron';
import { aFolder } from '../support/folder';
import { recordNetwork } from '../support/networkSink';
import { anArchiveOf, aProfileWith, theChangeThatMakes } from '../support/workspaces';

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const event = 'Journée des activités, Dumbéa 2025';

let folder: string;
beforeEach(async () => {
  folder = await aFolder();
});

describe('the report from the command line', () => {
  test('is a finished PDF, from an archive, on a machine without a display', async () => {
    const archive = await anArchiveOf(folder, await exampleWorkspace('2025-02-10', 'fr'));
    const out = join(folder, 'rapport.pdf');
    const answer = await regie([
      'export',
      '--workspace',
      archive,
      '--event',
      event,
      '--format',
      'pdf',
      '--out',
      out,
    ]);
    expect(answer).toEqual({ code: 0, said: `${out}\n`, complaints: [] });
    const info = await output('pdfinfo', out);
    expect(info).toMatch(/Title:\s+Journée des activités, Dumbéa 2025 – Rapport d’évaluation\n/);
    expect(info).toMatch(/Creator:\s+Regie \d/);
    expect(info).toMatch(/Tagged:\s+yes/);
    const text = await output('pdftotext', out, '-');
    expect(text).toContain('Sommaire');
    expect(text).toMatch(/page 2 \/ \d+/);
  });

  test('is in English when that is asked, and the same text as the file that opens in a browser', async () => {
    const archive = await anArchiveOf(folder, await exampleWorkspace('2025-02-10', 'fr'));
    const of = async (format: string) => {
      const out = join(folder, `report.${format}`);
      const given = [
        'export',
        '--workspace',
        archive,
        '--event',
        event,
        '--format',
        format,
        '--language',
        'en',
        '--out',
        out,
      ];
      expect(await regie(given)).toEqual({ code: 0, said: `${out}\n`, complaints: [] });
      return out;
    };
    const pdf = await output('pdftotext', '-raw', await of('pdf'), '-');
    const html = await readFile(await of('html'), 'utf8');
    const headings = [...html.matchAll(/<h[12][^>]*>(.*?)<\/h[12]>/g)].map(([, inside = '']) =>
      words(inside),
    );
    expect(headings.length).toBeGreaterThan(5);
    expect(headings.filter((heading) => !words(pdf).includes(heading))).toEqual([]);
    expect(html).not.toMatch(/<script|https?:\/\//);
  });

  test('reads a profile that a window holds open, and touches nothing in it', async () => {
    const profile = await aProfileWith(folder, [
      theChangeThatMakes(await exampleWorkspace('2025-02-10', 'fr')),
    ]);
    const { window } = await launch(profile);
    const before = await readFile(journalPath(profile));
    const out = join(folder, 'rapport.html');
    const answer = await regie([
      'export',
      '--workspace',
      profile,
      '--event',
      event,
      '--format',
      'html',
      '--out',
      out,
    ]);
    expect(answer).toEqual({ code: 0, said: `${out}\n`, complaints: [] });
    expect(await readFile(journalPath(profile))).toEqual(before);
    expect(window.url()).toContain('app://regie/index.html');
  });

  test('says in one line, with its exit code, why there is none', async () => {
    const archive = await anArchiveOf(folder, await exampleWorkspace('2025-02-10', 'fr'));
    const given = ['export', '--workspace', archive, '--format', 'pdf', '--out', join(folder, 'x.pdf')];
    expect(await regie([...given, '--event', 'Fête de la musique'])).toEqual({
      code: 1,
      said: '',
      complaints: ['regie: aucun événement ne s’appelle « Fête de la musique »'],
    });
    expect(await regie(given)).toEqual({
      code: 2,
      said: '',
      complaints: ['regie: --event manque ; voir regie --help'],
    });
    expect((await readdir(folder)).toSorted()).toEqual(['copie.regie']);
  });
});

test('help and version answer and end', async () => {
  expect(await regie(['--version'])).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^Régie \d+\.\d+\.\d+\n$/),
  });
  expect((await regie(['--help'])).said).toContain('regie export --workspace <archive ou profil>');
});

/** The program as a script would call it, where there is no display. Chromium's own remarks are left out of what it complains of. */
function regie(given: string[]): Promise<{ code: number | null; said: string; complaints: string[] }> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...environment } = environmentFor();
  return new Promise((resolve, reject) => {
    const child = spawn(existingProgram(), [...asRoot, recordNetwork(), ...given], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complained = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (said += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (complained += part));
    child.once('error', reject);
    child.once('close', (code) => {
      const lines = complained.split('\n').filter((line) => line !== '' && !/^\[\d+:\d+\/|^$/.test(line));
      resolve({ code, said, complaints: lines });
    });
  });
}

function output(command: string, ...args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.once('error', reject);
    child.once('close', () => resolve(text));
  });
}

/** Letters only, without markup: spaces and line breaks differ between a page and a file. */
function words(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, '');
}
