const french = /^fr/i.test(
  process.env.LC_ALL ||
    process.env.LC_MESSAGES ||
    process.env.LANG ||
    Intl.DateTimeFormat().resolvedOptions().locale,
);

/** The sentence in the language of the terminal. */
export function inWords(/** @type {{ fr: string, en: string }} */ { fr, en }) {
  return french ? fr : en;
}

/** Goes to stderr: stdout is kept for what another program may read. */
export function say(/** @type {{ fr: string, en: string }} */ words) {
  process.stderr.write(`${inWords(words)}\n`);
}

/** What ends a script: one sentence with its remedy, no stack. */
export class Refusal extends Error {
  constructor(/** @type {{ fr: string, en: string }} */ words) {
    super(inWords(words));
    this.name = 'Refusal';
  }
}

/**
 * Runs a script's work; a refusal ends it with its sentence, anything else with its stack. The exit is explicit: a packaging tool
 * that waits for the event loop to empty would end every process with 0.
 */
export async function endsInWords(/** @type {() => Promise<number | void>} */ work) {
  let code = 1;
  try {
    code = (await work()) ?? 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : (error?.stack ?? error)}\n`);
  }
  process.exit(code);
}

/** Shows that a long step is alive: the seconds on one line in a terminal, a line now and then elsewhere. */
export async function withClock(
  /** @type {{ fr: string, en: string }} */ words,
  /** @type {() => Promise<unknown>} */ work,
) {
  const startedAt = Date.now();
  const label = inWords(words);
  const { isTTY } = process.stderr;
  const line = () => `${label} ${Math.round((Date.now() - startedAt) / 1000)} s`;
  process.stderr.write(isTTY ? label : `${label}\n`);
  const clock = setInterval(
    () => process.stderr.write(isTTY ? `\r${line()}` : `${line()}\n`),
    isTTY ? 1_000 : 20_000,
  );
  try {
    return await work();
  } finally {
    clearInterval(clock);
    if (isTTY) process.stderr.write(`\r${line()}\n`);
  }
}
