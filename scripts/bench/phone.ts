import { resolve } from 'node:path';
import { renderSitter } from '../../workers/studio/sitter';
import { encodeJpeg } from '../lib/jpeg';
import { freePort, startServer } from '../lib/server.mjs';
import { withCamera } from './camera-page';
import { walkPhone, type Visit } from './phone-walk';
import type { BenchRow } from './row';
import { startSlowLine } from './slow-line';

/** A line as a phone has it far from the mast, and one on which everything has come before the camera is opened. */
const slow = { bitsPerSecond: 1.6e6, latencyMs: 150 };
const fast = { bitsPerSecond: 1e9, latencyMs: 20 };

/** By DevTools' throttling of the page's thread and the cores that the whole browser has, where they can be bounded. */
const visits: Record<string, Visit> = {
  x1: { slowness: 1, cores: null, line: slow, kept: false },
  x4: { slowness: 4, cores: null, line: slow, kept: false },
  x6: { slowness: 6, cores: null, line: slow, kept: false },
  'x4-half': { slowness: 4, cores: 1 / 2, line: slow, kept: false },
  'x4-half-kept': { slowness: 4, cores: 1 / 2, line: fast, kept: true }
};

/** What each may be at most; what has no bound is told alone. */
const bounds: Record<string, number> = {
  'register-KB': 200,
  'advice-KB': 5000,
  'longest-task': 200,
  'shutter-to-check': 5000,
  memory: 300
};
/** Told alone: half a core is in the length of a task, and everything that is kept in the bytes before the advice. */
const unbounded: Record<string, readonly string[]> = {
  x6: ['longest-task', 'shutter-to-check'],
  'x4-half': ['longest-task'],
  'x4-half-kept': ['longest-task', 'advice-KB']
};

type Measured = Record<string, [value: number, unit: string]>;

/**
 * A first visit on a phone: touched, 360 × 640, an empty cache, a student who reads nothing. By slowness: milliseconds and
 * bytes on the line until home is usable, register is, the first advice stands and the finished photo is there, each
 * from the start; milliseconds from the shutter to the check page; the longest task of each page's own thread; the renderer's
 * own memory (Linux) at its largest, on the way to the shutter and behind it. `kept`: everything was on the device
 * before the camera was opened, so that the photo is judged with its labels.
 *
 * @param against a folder with another version, built: its values are the reference, in place of the bounds
 */
export async function benchPhone(against?: string): Promise<BenchRow[]> {
  const picture = await encodeJpeg(renderSitter({ width: 1280, height: 960 }).image, 90);
  const rows: BenchRow[] = [];
  const table: string[] = [];
  for (const [name, visit] of Object.entries(visits)) {
    const theirs = against === undefined ? null : await measure(visit, picture, resolve(against));
    const ours = await measure(visit, picture);
    for (const [what, [value, unit]] of Object.entries(ours)) {
      const bound = unbounded[name]?.includes(what) ? undefined : bounds[what];
      const reference = (theirs ? theirs[what]?.[0] : bound) ?? null;
      rows.push(rowOf(`phone-${name}-${what}`, value, unit, reference));
      const cells = [name, what, shown(theirs?.[what]?.[0]), shown(value), shown(bound), unit];
      table.push(`| ${cells.join(' | ')} |`);
    }
  }
  console.error(['| visit | | other version | ours | at most | |', '|-|-|-|-|-|-|', ...table].join('\n'));
  return rows;
}

async function measure(visit: Visit, picture: Uint8Array, from?: string): Promise<Measured> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = await startServer({ env: { ORIGIN: url }, ...(from && { from }) });
  const line = await startSlowLine(port, Number(new URL(server.url).port), visit.line);
  try {
    const options = {
      serviceWorkers: 'allow',
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true
    } as const;
    return await withCamera(url, picture, (page) => walkPhone(page, visit, line), options, visit.cores);
  } finally {
    await line.stop();
    await server.stop();
  }
}

const shown = (value: number | undefined) => (value === undefined ? '' : value.toFixed(0));

const rowOf = (name: string, ours: number, unit: string, reference: number | null): BenchRow => ({
  name,
  ours,
  reference,
  ratio: reference && ours / reference,
  unit,
  runs: 1
});
