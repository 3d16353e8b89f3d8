import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../lib/server.mjs';
import { root } from '../lib/run.mjs';

/** The production server over one data folder, that may be killed and comes back on the same port. */
export class MortalServer {
  private child: ChildProcess | null = null;
  private constructor(
    readonly data: string,
    private readonly port: number
  ) {}

  static async over(data: string): Promise<MortalServer> {
    const server = new MortalServer(data, await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  async start(): Promise<void> {
    const child = spawn(process.execPath, [join(root, 'scripts', 'serve.mjs')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        PORT: String(this.port),
        ORIGIN: this.url,
        GRADFRAME_DATA: this.data,
        // All clients share one address here.
        GRADFRAME_ADDRESS_LIMIT: '100000000'
      }
    });
    this.child = child;
    for (let tries = 0; ; tries++) {
      const ready = await fetch(`${this.url}/api/v1/health`).then(
        ({ ok }) => ok,
        () => false
      );
      if (ready) return;
      if (child.exitCode !== null || tries > 600) throw new Error('the server did not start');
      await wait(50);
    }
  }

  /** SIGKILL: nothing is finished, nothing is closed. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
