import { rmSync } from 'node:fs';
import { allAskedOfNetwork, networkLogs } from './networkSink';

/** Around all journeys: the records begin empty, and a program that asked anything of the network fails the run. */
export function setup(): () => void {
  rmSync(networkLogs, { recursive: true, force: true });
  return () => {
    const { programs, asked } = allAskedOfNetwork();
    process.stderr.write(`Network: ${programs} programs started, ${asked.length} requests.\n`);
    if (asked.length === 0) return;
    process.stderr.write(`Something asked for the network:\n${asked.join('\n')}\n`);
    // An error thrown here would only be printed.
    process.exitCode = 1;
  };
}
