import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { endsInWords } from './say.mjs';

const folder = join(import.meta.dirname, 'icons');
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Type of each size in an ICNS file (all hold PNG). */
const icnsTypes = { 16: 'icp4', 32: 'icp5', 64: 'icp6', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' };
const icoSizes = [16, 24, 32, 48, 64, 128, 256];
const linuxSizes = [16, 32, 48, 64, 128, 256, 512, 1024];

/** Draws `mark.svg` at every size that a system asks for. Run by hand after changing the mark; the results are tracked. */
async function drawIcons() {
  const svg = await readFile(join(folder, 'mark.svg'), 'utf8');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const drawn = new Map();
  for (const size of new Set([...icoSizes, ...linuxSizes])) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px}</style>${svg}`);
    drawn.set(size, await page.screenshot({ omitBackground: true }));
    await page.close();
  }
  await browser.close();
  for (const size of linuxSizes) await writeFile(join(folder, `${size}x${size}.png`), drawn.get(size));
  await writeFile(join(folder, 'icon.ico'), ico(drawn));
  await writeFile(join(folder, 'icon.icns'), icns(drawn));
}

function ico(drawn) {
  const head = Buffer.alloc(6 + 16 * icoSizes.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(icoSizes.length, 4);
  let offset = head.length;
  for (const [index, size] of icoSizes.entries()) {
    const at = 6 + 16 * index;
    const { length } = drawn.get(size);
    // A size of 256 is written 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += length;
  }
  return Buffer.concat([head, ...icoSizes.map((size) => drawn.get(size))]);
}

function icns(drawn) {
  const parts = Object.entries(icnsTypes).flatMap(([size, type]) => {
    const png = drawn.get(Number(size));
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return [head, png];
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

await endsInWords(drawIcons);
