import type { Trace, WorkerEntry } from '$workers/protocol';
import { traceOf } from '$workers/trace';

/** One line: of a worker's log, or of what the page did not expect. Words of the code only, nothing of a person. */
export type LogEntry =
  | ({ worker: string } & WorkerEntry)
  | {
      worker?: string;
      level: 'info' | 'warn' | 'error';
      code: string;
      trace: Trace;
      /** Shown to the user, who may read it to somebody. */
      id?: string;
    };

export type LogLine = LogEntry & {
  /** Milliseconds since the page was opened. */
  at: number;
  /** The page's route, without its parameters. */
  route: string | null;
};

/** The switch that makes the log print to the console; any value. */
const switchKey = 'gradframe.debug';
/** Some minutes of a camera session. */
const kept = 300;

/** What this page's code did lately. Counts and keeps always; prints only when switched on. */
export class DebugLog {
  /** Set by the layout. */
  route: string | null = null;
  #lines: LogLine[] = [];
  readonly #counts = new Map<string, number>();
  #printing = read();

  add(entry: LogEntry): void {
    const line = { at: Math.round(performance.now()), route: this.route, ...entry };
    this.#lines.push(line);
    if (this.#lines.length > kept) this.#lines.shift();
    const about = 'code' in entry ? entry.code : 'began' in entry ? null : entry.stage;
    const key = about && [entry.worker, about].filter(Boolean).join('/');
    if (key) this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    if (this.#printing) console.info('[gradframe]', line);
  }

  /** An error that the page goes on after, with its cause. */
  warn(code: string, error: unknown): void {
    this.add({ level: 'warn', code, trace: traceOf(error) });
  }

  /** An error that nobody expected. @returns what the user is shown, to find it again */
  error(code: string, error: unknown): string {
    const id = shortId();
    this.add({ level: 'error', code, trace: traceOf(error), id });
    return id;
  }

  get lines(): readonly LogLine[] {
    return this.#lines;
  }

  /** How often each stage ended and each code came, also of lines that are no longer kept. */
  get counts(): ReadonlyMap<string, number> {
    return this.#counts;
  }

  /** As JSON Lines, to be copied: the counts, then the lines, oldest first. */
  text(): string {
    return [Object.fromEntries(this.#counts), ...this.#lines].map((one) => JSON.stringify(one)).join('\n');
  }

  clear(): void {
    this.#lines = [];
    this.#counts.clear();
  }

  /** Whether lines go to the console as well. */
  get printing(): boolean {
    return this.#printing;
  }

  /** Stays on or off after a reload, where the browser keeps anything. */
  print(on: boolean): void {
    this.#printing = on;
    try {
      if (on) storage()?.setItem(switchKey, 'on');
      else storage()?.removeItem(switchKey);
    } catch {
      // Storage is forbidden here: the switch holds for this visit.
    }
  }
}

/** Of the page; a service worker, which logs too, has none. */
const storage = () =>
  (
    globalThis as {
      localStorage?: {
        getItem(key: string): string | null;
        setItem(key: string, value: string): void;
        removeItem(key: string): void;
      };
    }
  ).localStorage;

function read(): boolean {
  try {
    return storage()?.getItem(switchKey) != null;
  } catch {
    return false; // storage is forbidden here: nobody could have switched it on
  }
}

/** Six characters that cannot be taken for one another when read aloud. */
function shortId(): string {
  const alphabet = '23456789ACDEFHJKLMNPQRTUVWXYZ';
  return Array.from(
    crypto.getRandomValues(new Uint8Array(6)),
    (byte) => alphabet[byte % alphabet.length]
  ).join('');
}

export const debugLog = new DebugLog();
