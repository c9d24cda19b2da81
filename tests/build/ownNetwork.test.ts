import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { inOwnNetwork } from '../../build/ownNetwork.mjs';

const alone = inOwnNetwork(['node']).length > 1;
const connectTo = (address: string) => [
  process.execPath,
  '-e',
  `require('net').connect(9, '${address}').on('error', () => process.exit(0))`,
];

test.runIf(alone)('in a network of its own, one attempt to leave fails a command that ended well', () => {
  const codes = ['192.0.2.1', '127.0.0.1'].map((address) => {
    const [command = '', ...args] = inOwnNetwork(connectTo(address));
    return spawnSync(command, args, { stdio: 'ignore' }).status;
  });
  expect(codes).toEqual([1, 0]);
});

test.runIf(!alone)('where no network of its own can be had, the command is left as it is', () => {
  expect(inOwnNetwork(['node', 'x'])).toEqual(['node', 'x']);
});
