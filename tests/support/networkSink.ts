import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Chromium's own record of what its network layer does, one file for each program that a journey starts. Whatever asks for an address
 * elsewhere or opens a connection is in it, even what no guard of ours watches and what finds no network.
 */
export const networkLogs = 'out/network';

/** The switch that has a program keep its record; in `networkLogs` unless the test wants to read it itself. */
export function recordNetwork(path: string = join(networkLogs, `${randomUUID()}.json`)): string {
  mkdirSync(networkLogs, { recursive: true });
  return `--log-net-log=${path}`;
}

/** What the recorded program asked of the network, each address once; a program that was killed leaves its record unfinished. */
export function askedOfNetwork(path: string): string[] {
  const [first = '', ...lines] = readFileSync(path, 'utf8').split('\n');
  if (first === '') return [];
  const { logEventTypes } = (JSON.parse(`${first.replace(/,$/, '')}}`) as Constants).constants;
  const nameOf = new Map(Object.entries(logEventTypes).map(([name, number]) => [number, name]));
  return [...new Set(lines.flatMap((line) => addressIn(line, nameOf)))].toSorted();
}

/** The same for every record: `<file> <address>`. */
export function allAskedOfNetwork(): { programs: number; asked: string[] } {
  mkdirSync(networkLogs, { recursive: true });
  const names = readdirSync(networkLogs).filter((name) => name.endsWith('.json'));
  const asked = names.flatMap((name) =>
    askedOfNetwork(join(networkLogs, name)).map((address) => `${name} ${address}`),
  );
  return { programs: names.length, asked };
}

type Constants = { constants: { logEventTypes: Record<string, number> } };
type NetworkEvent = {
  type: number;
  params?: { url?: string; host?: string; address?: string; address_list?: string[]; byte_count?: number };
};

function addressIn(line: string, nameOf: ReadonlyMap<number, string>): string[] {
  const event = eventIn(line);
  if (event === null) return [];
  const { url, host, address, address_list } = event.params ?? {};
  const name = nameOf.get(event.type);
  if (name === 'URL_REQUEST_START_JOB')
    return url !== undefined && /^(https?|wss?|ftp):/.test(url) ? [url] : [];
  // A name that the program's own rules have already turned into nothing is looked up nowhere.
  if (name === 'HOST_RESOLVER_MANAGER_REQUEST')
    return host === undefined || /~notfound/i.test(host) ? [] : [host];
  if (name === 'TCP_CONNECT' || name === 'TCP_CONNECT_ATTEMPT')
    return [address ?? address_list?.join(' ') ?? ''].filter(Boolean);
  return name === 'UDP_BYTES_SENT' ? [address ?? 'datagram'] : [];
}

/** The last line of a killed program may be cut. */
function eventIn(line: string): NetworkEvent | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line.replace(/,$/, '').replace(/\]\}?$/, '')) as NetworkEvent;
  } catch {
    return null;
  }
}
