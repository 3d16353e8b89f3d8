import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../src/lib/server/testing/postgres';
import { s3Env, startS3 } from '../../src/lib/server/testing/s3';
import { MortalServer } from '../faults/server';
import { freePort } from '../lib/server.mjs';
import { startTlsProxy } from './tls';

/** Two instances over PostgreSQL and an S3 store, behind nginx with TLS, as docs/operations.md has it. */
export interface House {
  url: string;
  /** What its commands are run with, too. */
  env: Readonly<Record<string, string>>;
  servers: readonly MortalServer[];
  /** Authority that signed its certificate: a file. */
  certificate: string;
  /** The same over an empty database and an empty part of the store, both by that name, for one instance without a proxy. */
  empty(name: string): Promise<Readonly<Record<string, string>>>;
  stop(): Promise<void>;
}

/** @param version where the version stands that it runs. @throws where one of them does not start; nothing of it is left then */
export async function startHouse(version: string): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-rehearse-'));
  const began: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of began.splice(0).reverse()) await end();
  };
  try {
    const postgres = await startPostgres({ synced: true });
    began.push(() => postgres.stop());
    const s3 = await startS3();
    began.push(() => s3.stop());
    const port = await freePort();
    const url = `https://localhost:${port}`;
    const alone = {
      ...s3Env,
      GRADFRAME_DATA: join(folder, 'data'),
      GRADFRAME_DATABASE: await postgres.address('gradframe'),
      GRADFRAME_PHOTOS: s3.address,
      GRADFRAME_FILE_KEYS: `one:${Buffer.alloc(32, 7).toString('base64')}`
    };
    const env = { ...alone, ORIGIN: url, ADDRESS_HEADER: 'x-real-ip' };
    const servers: MortalServer[] = [];
    began.push(() => Promise.all(servers.map((server) => server.kill('SIGTERM'))));
    // Both at once: the migrations take a lock.
    servers.push(
      ...(await Promise.all([0, 1].map(() => MortalServer.over(env.GRADFRAME_DATA, env, version))))
    );
    const ports = servers.map((server) => server.port);
    const { certificate, stop: stopProxy } = await startTlsProxy(folder, port, ports);
    began.push(stopProxy);
    return {
      url,
      env,
      servers,
      certificate,
      empty: async (name) => ({
        ...alone,
        GRADFRAME_DATA: join(folder, name),
        GRADFRAME_DATABASE: await postgres.address(name),
        GRADFRAME_PHOTOS: s3.address.replace('s3://photos/', `s3://photos/${name}/`)
      }),
      stop
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
