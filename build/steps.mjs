import { spawn } from 'node:child_process';
import { root } from './build.mjs';
import { inWords, say } from './say.mjs';

/** @typedef {{ name: { fr: string, en: string }, command: string, args: string[], env?: Record<string, string> }} Step */

/**
 * Runs lanes of steps side by side, the steps of a lane one after the other. What a step said is shown when it fails, and its time
 * always. A failed step does not stop the others: everything that is wrong is known at the end. Answers whether all went well.
 */
export async function runLanes(/** @type {Step[][]} */ lanes) {
  const results = await Promise.all(lanes.map(runLane));
  return results.every(Boolean);
}

async function runLane(steps) {
  let allWell = true;
  for (const step of steps) allWell = (await runStep(step)) && allWell;
  return allWell;
}

async function runStep({ name, command, args, env }) {
  const startedAt = Date.now();
  const { code, output } = await run(command, args, env);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  if (code === 0) {
    say({ fr: `  ✓ ${name.fr} (${seconds} s)`, en: `  ✓ ${name.en} (${seconds} s)` });
    return true;
  }
  process.stderr.write(`${output.trimEnd()}\n  ✗ ${inWords(name)} (${seconds} s)\n`);
  return false;
}

function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, NO_COLOR: '1', ...env } });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code, signal) => resolve({ code, output: signal ? `${output}\n${signal}` : output }));
  });
}
