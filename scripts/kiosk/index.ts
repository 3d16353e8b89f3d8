/**
 * Kiosks, at the endpoint.
 *
 *     npm run -s kiosk -- code --name PLACE [--campaign CODE] [--idle SECONDS] [--countdown SECONDS] [--new-key]
 *     npm run -s kiosk -- import FILE...
 *
 * `code` prints the line that turns one device into a kiosk (paste it at /kiosk within three days); to stderr, the
 * fingerprint of the endpoint's key, which the device shows too. It makes the endpoint's key the first
 * time, in the server's database (GRADFRAME_DATABASE, GRADFRAME_DATA). `import` hands in what kiosks exported, and prints
 * a JSON row for each file; the same file again changes nothing, and `missing` counts photos that were lost on the way and
 * are still in the kiosk. Once all have arrived the row has a `check`: the kiosk asks for it before it deletes what the
 * file held. Both ask the running server: `--endpoint URL`, else
 * ORIGIN, else localhost at PORT.
 *
 * Exit status: 0 everything done; 1 something was refused or a file cannot be read; 2 wrong usage or no server.
 */
import '../lib/umask.mjs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { checkOf, readQueue } from '../../src/lib/kiosk/queue-file';
import { databaseAddress, kioskKeyFile } from '../../src/lib/server/config';
import { Refusal } from '../../src/lib/server/http/problem';
import { adoptKeyFile } from '../../src/lib/server/kiosk/keys';
import { provision } from '../../src/lib/server/kiosk/provision';
import { openDatabase } from '../../src/lib/server/store/open';
import { fingerprintOf } from '../../src/lib/api/contracts/provisioning';
import type { PublicCampaign } from '../../src/lib/api/contracts/campaign';
import { importQueue } from './import';

const usage =
  'Usage: npm run -s kiosk -- code --name PLACE [--campaign CODE] [--idle SECONDS] [--countdown SECONDS] [--new-key]\n' +
  '       npm run -s kiosk -- import FILE...';

class UsageError extends Error {}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        campaign: { type: 'string', default: 'default' },
        idle: { type: 'string', default: '90' },
        countdown: { type: 'string', default: '20' },
        'new-key': { type: 'boolean', default: false },
        endpoint: { type: 'string' }
      }
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

const { env } = process;

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [command, ...files] = positionals;
  const endpoint = values.endpoint ?? env.ORIGIN ?? `http://localhost:${env.PORT ?? '3000'}`;
  if (command === 'code' && values.name) {
    console.log(await codeFor(endpoint, { ...values, name: values.name }));
    return 0;
  }
  if (command !== 'import' || files.length === 0) throw new UsageError(usage);
  let status = 0;
  for (const file of files) {
    try {
      const { head, envelopes, missing } = readQueue(await readFile(file, 'utf8'));
      const row = await importQueue(endpoint, envelopes);
      const whole = row.refused.length === 0 && missing === 0;
      const check = whole ? { check: await checkOf(envelopes) } : {};
      const { kiosk, name, number } = head;
      console.log(JSON.stringify({ file, kiosk, name, number, ...row, missing, ...check }));
      if (!whole) status = 1;
    } catch (error) {
      console.log(JSON.stringify({ file, error: (error as Error).message }));
      status = 1;
    }
  }
  return status;
}

interface Place {
  name: string;
  campaign: string;
  idle: string;
  countdown: string;
  'new-key': boolean;
}

async function codeFor(endpoint: string, place: Place): Promise<string> {
  const response = await fetch(`${endpoint}/api/v1/campaigns/${encodeURIComponent(place.campaign)}`).catch(
    // no server is wrong usage, told as such
    () => {
      throw new UsageError(`no server answers at ${endpoint}`);
    }
  );
  if (!response.ok) throw new UsageError(`there is no campaign “${place.campaign}”`);
  const campaign = (await response.json()) as PublicCampaign;
  const seconds = { idleSeconds: Number(place.idle), countdownSeconds: Number(place.countdown) };
  if (!Object.values(seconds).every((value) => value >= 1)) throw new UsageError(usage);
  const db = await openDatabase(databaseAddress());
  try {
    await adoptKeyFile(db, kioskKeyFile());
    const made = await provision(db, campaign, { name: place.name, ...seconds }, place['new-key']);
    console.error(`key ${await fingerprintOf(made.publicKey)}, for one device, until ${made.until}`);
    return made.code;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new UsageError(
      error.code === 'way.off'
        ? 'the campaign takes no photos of kiosks'
        : 'the campaign asks for a fee, which a kiosk cannot take'
    );
  } finally {
    await db.close();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = 2;
}
