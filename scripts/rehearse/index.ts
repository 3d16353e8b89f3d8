/**
 * What docs/operations.md describes, from the first start to a restore, on this machine:
 *
 *     npm run -s rehearse
 *
 * Two instances over PostgreSQL and an S3 store behind nginx with TLS (deploy/nginx.conf itself); the smoke test, an
 * admin, a campaign, a student's photo by a phone-sized browser, approval, export, backup, one instance after the other
 * replaced under a student who hands in, restore into an empty house. A line for each step. Exit status: 0 all held.
 */
import '../lib/umask.mjs';
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { isBuilt } from '../lib/server.mjs';
import { MortalServer } from '../faults/server';
import { command } from './command';
import { startHouse, type House } from './house';
import { office } from './office';
import { openPhone, type Phone } from './phone';

const code = 'GRAD-2027';
const admin = { name: 'admin', password: 'correct horse 电池 staple' };

async function rehearse(house: House, phone: Phone): Promise<void> {
  const { url, env, servers } = house;
  const said = await command('smoke', [url], { ...env, NODE_EXTRA_CA_CERTS: house.certificate });
  assert(!/^fail/m.test(said), said);
  step('two instances behind nginx with TLS: the smoke test finds nothing');

  await command('create-reviewer', [admin.name, '--role', 'admin'], env, `${admin.password}\n`);
  const desk = await office(url, admin);
  await desk.makeCampaign(code);
  step('an admin by command; a campaign by the console');

  const first = await phone.finish(url, code, '2023000001');
  assert.equal(await phone.handIn(), 'received');
  step('a student’s photo, made and handed in on a phone-sized browser');

  assert.equal(await desk.approveAll(code), 1);
  assert.deepEqual(await desk.exported(code), [first]);
  step('approved; the export holds that very file');

  const second = await phone.finish(url, code, '2023000002');
  await servers[0]!.kill('SIGTERM');
  const handing = phone.handIn();
  await servers[0]!.start();
  await servers[1]!.kill('SIGTERM');
  assert.equal(await handing, 'received');
  await servers[1]!.start();
  assert.equal(await desk.approveAll(code), 1);
  step('one instance after the other replaced, while a student hands in');

  const empty = await house.empty();
  const folder = join(env.GRADFRAME_DATA!, 'backup');
  await command('data', ['backup', folder], env);
  await command('data', ['restore', folder], empty);
  const restored = await MortalServer.over(empty.GRADFRAME_DATA!, empty);
  try {
    const photos = await (await office(restored.url, admin)).exported(code);
    assert.deepEqual(photos.sort(), [first, second].sort());
  } finally {
    await restored.kill('SIGTERM');
  }
  step('backup, and restored into an empty house: the same account, campaign and photos');
}

const began = performance.now();
const step = (text: string) =>
  console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${text}`);

if (!isBuilt()) {
  console.error('There is no build yet: run `npm run build` first.');
  process.exit(2);
}
const house = await startHouse();
try {
  const phone = await openPhone();
  await rehearse(house, phone).finally(() => phone.close());
  console.log('All held.');
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await house.stop();
}
