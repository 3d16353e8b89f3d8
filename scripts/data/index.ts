/**
 * Back up and restore what the endpoint keeps; export or erase everything of one student. Reads the endpoint's own
 * configuration from the environment.
 *
 *     npm run -s data -- backup  FOLDER
 *     npm run -s data -- restore FOLDER
 *     npm run -s data -- export  CAMPAIGN NUMBER FOLDER
 *     npm run -s data -- erase   CAMPAIGN NUMBER
 *     npm run -s data -- retain  CAMPAIGN
 *     npm run -s data -- encrypt
 *
 * Exit status 0: done; 1: failed, and why, or a backup that lacks photos; 2: wrong usage.
 */
import '../lib/umask.mjs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  databaseAddress,
  dataFolder,
  fileKeys,
  kioskKeyFile,
  photoAddress,
  settings
} from '../../src/lib/server/config';
import { encryptPlain } from '../../src/lib/server/files/encrypted';
import { openPhotos, openStored } from '../../src/lib/server/files/open';
import { backUp, restore, type Manifest } from '../../src/lib/server/backup/backup';
import { personalData } from '../../src/lib/server/personal/erase';
import { exportStudent } from '../../src/lib/server/personal/export';
import { exportRest } from '../../src/lib/server/store/student-export';
import { retainNow } from '../../src/lib/server/personal/retention';
import { campaignStore } from '../../src/lib/server/store/campaigns';
import { openDatabase } from '../../src/lib/server/store/open';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { submissionStore } from '../../src/lib/server/store/submissions';
import { root } from '../lib/run.mjs';

// As the served endpoint has it, whatever folder this is started in.
process.env.GRADFRAME_DATA = resolve(root, process.env.GRADFRAME_DATA ?? 'data');

/** As kept: a backup neither decrypts nor encrypts. */
const raw = () => openStored(photoAddress(), settings());
const clear = () => openPhotos(photoAddress(), fileKeys(), settings());

async function withDatabase<T>(work: (db: SqlDatabase) => Promise<T>): Promise<T> {
  const db = await openDatabase(databaseAddress());
  return work(db).finally(() => db.close());
}

const commands: Record<string, { takes: number; run(...given: string[]): Promise<object> }> = {
  backup: {
    takes: 1,
    run: async (folder) =>
      summary(await backUp(databaseAddress(), await raw(), folder!, kioskKeyFile(), dataFolder()))
  },
  restore: {
    takes: 1,
    run: async (folder) =>
      summary(await restore(folder!, databaseAddress(), await raw(), kioskKeyFile(), dataFolder()))
  },
  export: {
    takes: 3,
    run: (campaign, number, folder) =>
      withDatabase(async (db) => {
        const files = await clear();
        const all = await exportStudent(db, submissionStore(db), files, campaign!, number!);
        await mkdir(folder!, { recursive: true });
        for (const { photo, ...rest } of all) {
          await writeFile(join(folder!, `${rest.id}.json`), JSON.stringify(rest, null, 2), { mode: 0o600 });
          if (photo) await writeFile(join(folder!, `${rest.id}.jpg`), photo, { mode: 0o600 });
        }
        const rest = await exportRest(db, { campaign: campaign!, studentNumber: number! });
        await writeFile(join(folder!, 'student.json'), JSON.stringify(rest, null, 2), { mode: 0o600 });
        const { orders, channels, accounts, listed, counted, enrolment } = rest;
        const enrolled = enrolment[0] && (await files.get(String(enrolment[0].photo_sha256)));
        if (enrolled) await writeFile(join(folder!, 'enrolment.jpg'), enrolled, { mode: 0o600 });
        return {
          submissions: all.length,
          orders: orders.length,
          channels: channels.length,
          accounts: accounts.length,
          listed: listed.length,
          counted: counted.length,
          enrolment: enrolment.length
        };
      })
  },
  erase: {
    takes: 2,
    run: (campaign, number) =>
      withDatabase(async (db) => ({
        erased: await personalData(db, submissionStore(db), await clear(), dataFolder()).eraseStudent(
          campaign!,
          number!,
          'system'
        )
      }))
  },
  encrypt: {
    takes: 0,
    run: async () => {
      const keys = fileKeys();
      if (keys.size === 0) throw new Error('GRADFRAME_FILE_KEYS names no key');
      return encryptPlain(await raw(), keys);
    }
  },
  retain: {
    takes: 1,
    run: (code) =>
      withDatabase(async (db) => {
        const campaign = await campaignStore(db, code!).find(code!);
        if (!campaign) throw new Error(`there is no campaign “${code}”`);
        const personal = personalData(db, submissionStore(db), await clear(), dataFolder());
        return { erased: await retainNow(db, campaign, personal) };
      })
  }
};

const summary = ({ made, version, photos, missing, tables, kioskKeys }: Manifest) => ({
  made,
  version,
  photos,
  ...(missing && { missing }),
  kioskKeys: Math.max(kioskKeys ?? 0, tables.find((one) => one.name === 'kiosk_key')?.rows ?? 0),
  rows: Object.fromEntries(tables.map(({ name, rows }) => [name, rows]))
});

const [name = '', ...given] = process.argv.slice(2);
const command = commands[name];
if (!command || given.length !== command.takes) {
  console.error(
    'Usage: backup FOLDER | restore FOLDER | export CAMPAIGN NUMBER FOLDER | erase CAMPAIGN NUMBER | retain CAMPAIGN | encrypt'
  );
  process.exitCode = 2;
} else {
  try {
    const row = await command.run(...given);
    console.log(JSON.stringify(row));
    // The backup stands, and what it lacks is named.
    if ('missing' in row) process.exitCode = 1;
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
