/**
 * What docs/operations.md describes, from the first start to a restore, on this machine:
 *
 *     npm run -s rehearse [-- --from TAG-OR-COMMIT]
 *
 * Two instances of the previous version over PostgreSQL and an S3 store behind nginx with TLS (deploy/nginx.conf itself);
 * the smoke test, an admin, a campaign, a student's photo by a phone-sized browser, approval, export, backup; the upgrade
 * to this version under a student who hands in; restore of both backups into an empty house each. A line for each
 * step. Where git has no history, one instance after the other is replaced by the same version, and that is said.
 * Exit status: 0 all held.
 */
import '../lib/umask.mjs';
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../lib/run.mjs';
import { isBuilt } from '../lib/server.mjs';
import { MortalServer } from '../faults/server';
import { command } from './command';
import { startHouse, type House } from './house';
import { office } from './office';
import { openPhone, type Phone } from './phone';
import { buildPrevious, type Version } from './previous';

const code = 'GRAD-2027';
const admin = { name: 'admin', password: 'correct horse 电池 staple' };

async function rehearse(house: House, phone: Phone, before: Version | null): Promise<void> {
  const { url, env, servers } = house;
  const old = { folder: before?.folder ?? root };
  const name = before?.name ?? 'this version';
  const smoke = { ...env, NODE_EXTRA_CA_CERTS: house.certificate };
  const passes = async (version?: { folder: string }) => {
    const said = await command('smoke', [url], smoke, version);
    assert(!/^fail/m.test(said), said);
  };
  await passes(old);
  step(`${name}, two instances behind nginx with TLS: the smoke test finds nothing`);

  const input = `${admin.password}\n`;
  await command('create-reviewer', [admin.name, '--role', 'admin'], env, { ...old, input });
  const desk = await office(url, admin);
  await desk.makeCampaign(code);
  step('an admin by command; a campaign by the console');

  const first = await phone.finish(url, code, '2023000001');
  assert.equal(await phone.handIn(), 'received');
  step('a student’s photo, made and handed in on a phone-sized browser');

  assert.equal(await desk.approveAll(code), 1);
  assert.deepEqual(await desk.exported(code), [first]);
  step('approved; the export holds that very file');

  const earlier = join(env.GRADFRAME_DATA!, 'backup-before');
  await command('data', ['backup', earlier], env, old);
  step('backup before the upgrade');

  const second = await phone.finish(url, code, '2023000002');
  for (const server of servers) server.folder = root;
  await servers[0]!.kill('SIGTERM');
  const handing = phone.handIn();
  await servers[0]!.start();
  await servers[1]!.kill('SIGTERM');
  assert.equal(await handing, 'received');
  await servers[1]!.start();
  await passes();
  assert.equal(await desk.approveAll(code), 1);
  assert.deepEqual((await desk.exported(code)).sort(), [first, second].sort());
  step(
    `${before ? `upgraded from ${name}` : 'replaced'}, one instance after the other, while a student hands in`
  );

  const later = join(env.GRADFRAME_DATA!, 'backup-after');
  await command('data', ['backup', later], env);
  await restores(await house.empty('after'), later, [first, second]);
  step('backup, and restored into an empty house: the same account, campaign and photos');
  await restores(await house.empty('before'), earlier, [first]);
  step('the backup from before the upgrade, restored by this version: what stood then');
}

/** @param env an empty house's. @param photos SHA-256 of each file that it then exports */
async function restores(env: Readonly<Record<string, string>>, backup: string, photos: string[]) {
  await command('data', ['restore', backup], env);
  const restored = await MortalServer.over(env.GRADFRAME_DATA!, env);
  try {
    const found = await (await office(restored.url, admin)).exported(code);
    assert.deepEqual(found.sort(), photos.sort());
  } finally {
    await restored.kill('SIGTERM');
  }
}

const began = performance.now();
const step = (text: string) =>
  console.log(`${String(Math.round((performance.now() - began) / 1000)).padStart(4)} s  ${text}`);

if (!isBuilt()) {
  console.error('There is no build yet: run `npm run build` first.');
  process.exit(2);
}
const { values } = parseArgs({ options: { from: { type: 'string' } } });
const before = buildPrevious(values.from);
if (before) step(`${before.name} built, which is upgraded from`);
else console.log('Without the history of git no previous version can be built: the upgrade is left out.');
let house: House | undefined;
try {
  house = await startHouse(before?.folder ?? root);
  const phone = await openPhone();
  await rehearse(house, phone, before).finally(() => phone.close());
  console.log(before ? 'All held.' : 'All held; the upgrade was left out.');
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await house?.stop();
  before?.remove();
}
