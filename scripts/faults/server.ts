import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../lib/server.mjs';
import { root } from '../lib/run.mjs';

const startMs = 60_000;

/**
 * The production server on a port of its own, that may be killed and comes back on the same one; what ends by itself
 * is started again, as by a supervisor.
 */
export class MortalServer {
  /** How often it ended though nobody ended it. */
  endedByItself = 0;
  private child: ChildProcess | null = null;
  private wanted = false;
  /** Where the version stands that the next start runs. */
  folder = root;
  private constructor(
    readonly port: number,
    private readonly env: Readonly<Record<string, string>>
  ) {}

  /** @param env settings beside the data folder; `ORIGIN` where it stands behind a proxy */
  static async over(
    data: string,
    env: Readonly<Record<string, string>> = {},
    folder = root
  ): Promise<MortalServer> {
    const server = new MortalServer(await freePort(), { GRADFRAME_DATA: data, ...env });
    server.folder = folder;
    await server.start().catch(async (error: unknown) => {
      await server.kill();
      throw error;
    });
    return server;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** @throws when it does not become ready */
  async start(): Promise<void> {
    this.run();
    for (const began = performance.now(); ;) {
      const ready = await fetch(`${this.url}/api/v1/health`, { signal: AbortSignal.timeout(5_000) }).then(
        ({ ok }) => ok,
        () => false
      );
      if (ready) return;
      if (performance.now() - began > startMs)
        throw new Error('the server did not start; is the build of this source?');
      await wait(50);
    }
  }

  private run(): void {
    this.wanted = true;
    const child = spawn(process.execPath, [join(this.folder, 'scripts', 'serve.mjs')], {
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PORT: String(this.port),
        ORIGIN: this.url,
        // All clients share one address here.
        GRADFRAME_ADDRESS_LIMIT: '100000000',
        ...this.env
      }
    });
    this.child = child;
    child.once('exit', () => {
      if (!this.wanted) return;
      this.endedByItself++;
      // As a supervisor that does not start what keeps ending a thousand times.
      setTimeout(() => this.wanted && this.run(), 500);
    });
  }

  /** SIGKILL: nothing is finished, nothing is closed. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    this.wanted = false;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
