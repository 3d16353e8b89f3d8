import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../../lib/run.mjs';

type Env = Readonly<Record<string, string>>;

function start(args: readonly string[], env: Env): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'gradframe.ts'), ...args], {
    cwd: root,
    stdio: ['ignore', process.env.GRADFRAME_REHEARSAL_LOG ? 2 : 'ignore', 2],
    env: { ...process.env, ...env }
  });
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('close', (status) => resolve(status)));

/** Runs a command to its end. @throws when it was called wrongly, or could not work */
export async function runGradframe(args: readonly string[], env: Env): Promise<void> {
  const status = await ended(start(args, env));
  // 1 tells of pictures that did not pass.
  if (status !== 0 && status !== 1) throw new Error(`gradframe ${args[0]} ended with ${status}`);
}

/** A worker of the farm in a process of its own, that may be killed and is started again, as by a supervisor. */
export class MortalWorker {
  /** How often it ended though nobody ended it. */
  endedByItself = 0;
  readonly #args: readonly string[];
  readonly #env: Env;
  #child!: ChildProcess;
  #over!: Promise<number | null>;
  #wanted = true;

  constructor(args: readonly string[], env: Env) {
    this.#args = args;
    this.#env = env;
    this.#run();
  }

  #run(): void {
    const child = start(this.#args, this.#env);
    this.#child = child;
    this.#over = ended(child);
    let mayEnd = false;
    child.once('killed' as 'exit', () => (mayEnd = true));
    child.once('exit', () => {
      if (!this.#wanted) return;
      if (!mayEnd) this.endedByItself++;
      this.#run();
    });
  }

  /** SIGKILL: nothing is finished, nothing is given back. */
  async kill(): Promise<void> {
    const over = this.#over;
    this.#child.emit('killed');
    this.#child.kill('SIGKILL');
    await over;
  }

  /** Ends it for good; answers its exit status. */
  async end(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    this.#wanted = false;
    this.#child.kill(signal);
    return this.#over;
  }
}
