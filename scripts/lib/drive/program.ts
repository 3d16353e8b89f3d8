import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** How long a program may take until it is ready. */
const patienceMs = 60_000;

export interface Program {
  /** What it said when it was ready. */
  said: string;
  /** Its home, which it has for itself. */
  folder: string;
  /** Ends it with everything it started, and removes the folder. */
  end(): Promise<void>;
}

interface Start {
  command: string;
  /** Its arguments, given its folder. */
  args: (folder: string) => readonly string[] | Promise<readonly string[]>;
  /** Answers when it is ready for use. */
  ready: (child: ChildProcess) => Promise<string>;
  env?: Record<string, string>;
}

/** Starts a program and waits until it is ready. Throws when it ends before, or takes longer than a minute. */
export async function startProgram({ command, args, ready, env = {} }: Start): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), 'gradframe-browser-'));
  const child = spawn(command, await args(folder), {
    // A group of its own: what it starts ends with it.
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: join(folder, '.config'), ...env }
  });
  const over = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  // Read to the end, or it would wait for a reader.
  for (const at of [2, 3]) (child.stdio[at] as Readable).setEncoding('utf8').on('data', () => {});
  const end = async () => {
    stopGroup(child);
    await over;
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  let timer: NodeJS.Timeout | undefined;
  try {
    const said = await Promise.race([
      ready(child),
      over.then(() => Promise.reject(new Error(`${command} ended before it was ready`))),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${command} did not become ready`)), patienceMs);
      })
    ]);
    return { said, folder, end };
  } catch (error) {
    await end();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** Ready when it has written a line; answers the first group of the pattern. @param pipe the stream's number */
export const saying = (pipe: 2 | 3, line: RegExp) => (child: ChildProcess) =>
  new Promise<string>((resolve) => {
    let text = '';
    (child.stdio[pipe] as Readable).on('data', (part: string) => {
      text = `${text}${part}`.slice(-10_000);
      const found = line.exec(text);
      if (found) resolve(found[1]!);
    });
  });

/** Ready when it answers at an address, which is handed on. */
export const answering = (url: string) => async () => {
  for (;;) {
    const answers = await fetch(url).then(
      (response) => response.ok,
      () => false
    );
    if (answers) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

function stopGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // the whole group is gone already
  }
}

/** A screen that nobody sees: browsers draw WebGL only where there is one. `said` is its number. */
export const startDisplay = () =>
  startProgram({
    command: 'Xvfb',
    args: () => ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'],
    ready: saying(3, /^(\d+)\n/)
  });
