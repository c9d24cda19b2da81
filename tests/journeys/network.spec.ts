import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aProfile, launch } from '../support/electron';
import { askedOfNetwork } from '../support/networkSink';

test('the record of the network sees a request that no guard stops, even when the program is killed', async () => {
  const profile = await aProfile();
  const networkLog = join(profile, 'network.json');
  const { app, kill } = await launch(profile, { networkLog });
  // A session of its own, which the program never guarded: what a forgotten door would look like. Not even this machine is found.
  const planted = 'http://127.0.0.1:7343/planted';
  const answer = await app.evaluate(
    ({ session }, address) =>
      session
        .fromPartition('planted')
        .fetch(address)
        .then(
          () => 'answered',
          (error: Error) => error.message,
        ),
    planted,
  );
  await kill();
  expect({ answer, asked: askedOfNetwork(networkLog) }).toEqual({
    answer: 'net::ERR_NAME_NOT_RESOLVED',
    asked: [planted],
  });
});

test('a start, a first page and an orderly end ask nothing of the network', async () => {
  const profile = await aProfile();
  const networkLog = join(profile, 'network.json');
  const { window, close } = await launch(profile, { networkLog });
  await window.getByRole('button', { name: /Ouvrir l’exemple/ }).click();
  await window.getByRole('navigation').first().waitFor();
  await close();
  expect(askedOfNetwork(networkLog)).toEqual([]);
});
