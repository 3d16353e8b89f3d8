import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findJsc } from '../lib/jsc.mjs';
import { bundle } from '../lib/bundle';

const jsc = findJsc();
let folder = '';
const program = () => join(folder, 'estimate.js');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-engines-'));
  await bundle('scripts/engines/estimate.ts', folder, {
    formats: ['iife'],
    name: 'estimate',
    fileName: () => 'estimate.js'
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const linesOf = async (engine: string) => {
  const { stdout } = await promisify(execFile)(engine, [program()]);
  return stdout.trim().split('\n');
};

// On a build machine a missing engine is a failure, not a reason to skip.
it.skipIf(!jsc && !process.env.CI)(
  'WebKit estimates the colours of the rim as V8 does, every time',
  async () => {
    expect(jsc, 'JavaScriptCore is installed (Debian: libjavascriptcoregtk-4.0-bin)').toBeDefined();
    const expected = await linesOf(process.execPath);
    expect(expected).toHaveLength(12);
    expect(new Set(expected).size).toBe(1);
    expect(await linesOf(jsc!)).toEqual(expected);
  },
  120_000
);
