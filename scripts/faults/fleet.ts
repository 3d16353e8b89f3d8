import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CampaignInput } from '../../src/lib/api/contracts/campaign';
import type { SqlDatabase } from '../../src/lib/server/store/sql';
import { sampleCampaign } from '../../src/lib/server/policy/sample';
import { openDatabase } from '../../src/lib/server/store/open';
import { startPostgres } from '../../src/lib/server/testing/postgres';
import { s3Env, startS3 } from '../../src/lib/server/testing/s3';
import { freePort } from '../lib/server.mjs';
import { startNginx } from './nginx';
import { MortalServer } from './server';

export interface FleetOptions {
  instances: number;
  database: 'sqlite' | 'postgres';
  photos: 'folder' | 's3';
  /** Settings of the endpoints beside these, and campaigns beside the default one. */
  env?: Readonly<Record<string, string>>;
  campaigns?: readonly CampaignInput[];
}

/** Endpoints over the same data, behind one address. */
export interface Fleet {
  url: string;
  servers: readonly MortalServer[];
  /** Where photos are: a folder, or `s3://…`. */
  photos: string;
  openDatabase(): Promise<SqlDatabase>;
  /** @throws where the database is no server */
  restartDatabase(how: 'fast' | 'immediate', afterMs: number): Promise<void>;
  /** Every endpoint ends, by SIGTERM. */
  halt(): Promise<void>;
  /** Nothing of it is left. */
  stop(): Promise<void>;
}

/** Code of the campaign that everything goes to. */
export const campaign = sampleCampaign.code;

/** Limits that a few clients soon pass, and claims that nobody loses by time. */
export const rehearsed: CampaignInput & { standardisationsPerDay: number } = {
  ...sampleCampaign,
  standardisationsPerDay: 3,
  limits: { perStudent: 6 },
  review: { claimMinutes: 24 * 60, undoSeconds: 0 }
};

/**
 * Starts what is asked for, each in a process of its own on this machine.
 *
 * @param prepare what is to be in the database and the data folder before the first endpoint starts
 */
export async function startFleet(
  { instances, database, photos, env: further = {}, campaigns: others = [] }: FleetOptions,
  prepare: (db: SqlDatabase, data: string) => Promise<void>
): Promise<Fleet> {
  const data = await mkdtemp(join(tmpdir(), 'gradframe-faults-'));
  const began: (() => Promise<void>)[] = [() => rm(data, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of began.splice(0).reverse()) await end();
  };
  const started = async <T extends { stop(): Promise<void> }>(starting: Promise<T>) => {
    const one = await starting;
    began.push(() => one.stop());
    return one;
  };
  try {
    const postgres = database === 'postgres' ? await started(startPostgres({ synced: true })) : null;
    const s3 = photos === 's3' ? await started(startS3()) : null;
    const address = postgres ? await postgres.address('gradframe') : join(data, 'gradframe.db');
    const photoAddress = s3?.address ?? join(data, 'photos');
    const campaigns = join(data, 'campaigns.json');
    await mkdir(data, { recursive: true });
    await writeFile(campaigns, JSON.stringify([rehearsed, ...others]));
    const open = () => openDatabase(address);
    const db = await open();
    await prepare(db, data).finally(() => db.close());
    const port = instances > 1 ? await freePort() : 0;
    const env = {
      ...(s3 && s3Env),
      ...(port && { ORIGIN: `http://localhost:${port}` }),
      GRADFRAME_DATABASE: address,
      GRADFRAME_PHOTOS: photoAddress,
      GRADFRAME_CAMPAIGNS: campaigns,
      GRADFRAME_DEVICE_LIMIT: '100000000',
      ...further
    };
    const servers: MortalServer[] = [];
    began.push(async () => void (await Promise.all(servers.map((server) => server.kill()))));
    for (let i = 0; i < instances; i++) servers.push(await MortalServer.over(data, env));
    if (port)
      await started(
        startNginx(
          port,
          servers.map((server) => server.port)
        )
      );
    return {
      url: port ? `http://localhost:${port}` : servers[0]!.url,
      servers,
      photos: photoAddress,
      openDatabase: open,
      async restartDatabase(how, afterMs) {
        if (!postgres) throw new Error('the database is a file');
        await postgres.restart(how, afterMs);
      },
      halt: async () => void (await Promise.all(servers.map((server) => server.kill('SIGTERM')))),
      stop
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
