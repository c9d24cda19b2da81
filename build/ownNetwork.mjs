import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { say } from './say.mjs';

const inside = '--inside';
/** Before it looks up a name, Chromium asks the kernel whether there is a way to this address, and sends it nothing: not an attempt. */
const askedByChromium = '2001:4860:4860::8888';
const script = fileURLToPath(import.meta.url);

/**
 * The same command in a network of its own where the system allows it (Linux, root, iproute2): nothing but its loopback exists there, no packet can leave,
 * and the kernel counts each attempt. One attempt fails the command. Elsewhere the command as it is.
 */
export function inOwnNetwork(/** @type {string[]} */ command) {
  const isAllowed =
    process.platform === 'linux' &&
    spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up'], { stdio: 'ignore' }).status === 0;
  return isAllowed ? ['unshare', '--net', process.execPath, script, inside, ...command] : command;
}

/** Attempts of this network's programs to reach an address outside it, over both versions of the protocol. */
function attempts() {
  const [names = '', values = ''] = readFileSync('/proc/net/snmp', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('Ip:'));
  const four = Number(values.split(' ')[names.split(' ').indexOf('OutNoRoutes')]);
  const six = Number(/^Ip6OutNoRoutes\s+(\d+)/m.exec(readFileSync('/proc/net/snmp6', 'utf8'))?.[1] ?? 0);
  return four + six;
}

if (process.argv[1] === script && process.argv[2] === inside) {
  spawnSync('ip', ['link', 'set', 'lo', 'up']);
  spawnSync('ip', ['-6', 'route', 'add', askedByChromium, 'dev', 'lo'], { stdio: 'ignore' });
  const [command = '', ...args] = process.argv.slice(3);
  const child = spawn(command, args, { stdio: 'inherit' });
  child.on('error', () => process.exit(1));
  child.on('close', (code) => {
    const counted = attempts();
    say({
      fr: `Réseau à part, paquets qui ont voulu en sortir : ${counted}.`,
      en: `Network of its own, packets that tried to leave it: ${counted}.`,
    });
    process.exit(counted > 0 ? 1 : (code ?? 1));
  });
}
