/**
 * Payments on the command line, on the database that GRADFRAME_DATABASE or GRADFRAME_DATA names.
 *
 *     npm run -s payments -- vouchers  --campaign CODE --count N
 *     npm run -s payments -- reconcile --driver wechat|alipay --day YYYY-MM-DD
 *
 * `vouchers` prints the codes, one a line: they are kept as hashes only and cannot be shown again. `reconcile` fetches
 * the provider's file of the day and prints each difference as a line of JSON. Exit status: 0 done, no differences;
 * 1 there are differences; 2 wrong usage, or the driver is off.
 */
import './lib/umask.mjs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { paymentDrivers } from '../src/lib/server/payment/drivers';
import { differences, ownLines } from '../src/lib/server/payment/reconcile';
import { makeVouchers } from '../src/lib/server/store/vouchers';
import { openDatabase } from '../src/lib/server/store/open';
import type { SqlDatabase } from '../src/lib/server/store/sql';

class UsageError extends Error {}

const { env } = process;
const {
  positionals: [command],
  values
} = parseArgs({
  allowPositionals: true,
  options: {
    campaign: { type: 'string' },
    count: { type: 'string' },
    driver: { type: 'string' },
    day: { type: 'string' }
  }
});

async function vouchers(db: SqlDatabase): Promise<number> {
  const count = Number(values.count);
  if (!values.campaign || !Number.isInteger(count) || count < 1 || count > 100_000)
    throw new UsageError('vouchers needs --campaign CODE and --count from 1 to 100000');
  const known = await db.get('SELECT 1 AS one FROM campaign WHERE code = ?', [values.campaign]);
  if (!known) throw new UsageError(`there is no campaign “${values.campaign}”`);
  for (const code of await makeVouchers(db, values.campaign, count)) console.log(code);
  return 0;
}

async function reconcile(db: SqlDatabase): Promise<number> {
  const { driver: id, day } = values;
  if (!id || !/^\d{4}-\d{2}-\d{2}$/.test(day ?? ''))
    throw new UsageError('reconcile needs --driver and --day YYYY-MM-DD');
  const { on, off } = await paymentDrivers(db, env);
  const driver = on.find((one) => one.id === id);
  if (!driver)
    throw new UsageError(`“${id}” is off; set ${off.find((one) => one.id === id)?.wants.join(', ')}`);
  const there = await driver.bill(day!);
  if (!there) throw new UsageError(`“${id}” has no daily file`);
  const found = differences(await ownLines(db, id, day!), there);
  for (const difference of found) console.log(JSON.stringify(difference));
  console.error(`${there.length} lines of ${id} on ${day}: ${found.length} differences`);
  return found.length ? 1 : 0;
}

try {
  const commands: Record<string, (db: SqlDatabase) => Promise<number>> = { vouchers, reconcile };
  const work = commands[command ?? ''];
  if (!work) throw new UsageError('vouchers or reconcile?');
  const db = await openDatabase(env.GRADFRAME_DATABASE ?? join(env.GRADFRAME_DATA ?? 'data', 'gradframe.db'));
  process.exitCode = await work(db).finally(() => db.close());
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
