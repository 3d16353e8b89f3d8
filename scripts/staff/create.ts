/**
 * Makes an account of the review console.
 *
 *     npm run -s create-reviewer -- NAME [--role reviewer|admin] [--identity CLAIM]
 *
 * The password is asked for, or is the first line of standard input; never an argument, which other users of the
 * machine could see. CLAIM is who it is at the unit's single sign-on (GRADFRAME_STAFF_OIDC_CLAIM: its `sub`, or the
 * e-mail address). Database: as the server's, see the README. Exit status: 0 made; 1 refused; 2 wrong usage.
 */
import '../lib/umask.mjs';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { databaseAddress } from '../../src/lib/server/config';
import { StaffError, staffAccounts } from '../../src/lib/server/staff/accounts';
import { identityOf } from '../../src/lib/server/staff/oidc';
import { passwordLength } from '../../src/lib/server/staff/password';
import { openDatabase } from '../../src/lib/server/store/open';

const usage = 'Usage: npm run -s create-reviewer -- NAME [--role reviewer|admin] [--identity CLAIM]';
const refusals: Partial<Record<string, string>> = {
  'staff.name': 'A name has 2 to 64 letters, digits or . _ @ -',
  'staff.nameTaken': 'There is an account of that name already.',
  'staff.password': `A password has ${passwordLength.min} to ${passwordLength.max} characters.`
};

async function readPassword(): Promise<string> {
  const hidden = process.stdin.isTTY;
  // Nothing of what is typed is shown.
  const output = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output, terminal: hidden });
  if (!hidden) {
    for await (const line of lines) return line;
    return '';
  }
  process.stderr.write(`Password (at least ${passwordLength.min} characters): `);
  const first = await lines.question('');
  process.stderr.write('\nThe same again: ');
  const second = await lines.question('');
  process.stderr.write('\n');
  lines.close();
  if (first !== second) throw new Error('The two passwords differ.');
  return first;
}

async function main(): Promise<number> {
  let name: string | undefined;
  let role: string;
  let identity: string | undefined;
  try {
    const { values, positionals } = parseArgs({
      options: { role: { type: 'string', default: 'reviewer' }, identity: { type: 'string' } },
      allowPositionals: true
    });
    if (positionals.length !== 1) throw new Error(usage);
    [name] = positionals;
    role = values.role;
    identity = values.identity;
    if (role !== 'reviewer' && role !== 'admin') throw new Error(usage);
  } catch {
    // wrong arguments: the usage says which are right
    console.error(usage);
    return 2;
  }
  const db = await openDatabase(databaseAddress());
  try {
    const staff = staffAccounts(db);
    await staff.create({ name: name!, role }, await readPassword(), 'command');
    if (identity) await staff.link(name!, identityOf(identity), 'command');
    console.log(`Made the ${role} ${name}. Sign in at /review`);
    return 0;
  } catch (error) {
    console.error(error instanceof StaffError ? refusals[error.code] : (error as Error).message);
    return 1;
  } finally {
    await db.close();
  }
}

process.exitCode = await main();
