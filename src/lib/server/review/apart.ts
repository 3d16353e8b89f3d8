import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { environment } from '../settings';

const { resolve } = createRequire(import.meta.url);

/** A program that does one piece of work in a process of its own, and its bounds. */
export interface Apart {
  /** Its text: an ES module that takes one message and answers one. */
  program: string;
  /** Whose addresses it is started with, in order. */
  packages: readonly string[];
  heapMb: number;
  patienceMs: number;
}

/** What the program answers; null where it came to no end within its bounds of memory and time. */
export function runApart<Answer>(
  { program, packages, heapMb, patienceMs }: Apart,
  work: object
): Promise<Answer | null> {
  return new Promise((done) => {
    const addresses = packages.map((name) => pathToFileURL(resolve(name)).href);
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${heapMb}`, '--input-type=module', '--eval', program, '--', ...addresses],
      {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
        env: { PATH: environment().PATH }
      }
    );
    const late = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    let answer: Answer | null = null;
    child.once('message', (given) => (answer = given as Answer));
    child.once('error', () => done(null));
    child.once('close', () => {
      clearTimeout(late);
      done(answer);
    });
    child.send(work, (error) => {
      if (error) child.kill('SIGKILL');
    });
  });
}
