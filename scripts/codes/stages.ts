/**
 * What each stage of the decode cascade reads by itself, what it adds to those before it, and its time.
 *
 *     npm run -s codes:stages -- [--drawn N] [FOLDER...]
 *
 * Without a folder, on codes drawn here and damaged, N (default 8) of each kind. A folder holds pictures and
 * manifest.json: `[{"file": "a.png", "payload": "the text in it"}]`. A text other than the payload is a misread.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runStage } from '../../workers/code/cascade';
import { CodeSource, stages } from '../../workers/code/stages';
import type { RgbaImage } from '../../workers/image/image';
import { damages, photograph, randomFrom } from './damage';
import { encodeCode } from './draw';
import { loadPicture, openReader } from './reader';

interface Sample {
  name: string;
  payload: string;
  picture(): Promise<RgbaImage>;
}

function drawnSamples(count: number): Sample[] {
  return Object.entries(damages).flatMap(([kind, damage], k) =>
    Array.from({ length: count }, (_, i) => {
      const random = randomFrom(1000 * k + i);
      const payload = token(random, 60 + Math.floor(500 * random()));
      const code = encodeCode(payload);
      const drawn = damage(random);
      return { name: `${kind}-${i + 1}`, payload, picture: () => photograph(code, drawn, i) };
    })
  );
}

function token(random: () => number, length: number): string {
  const bytes = Uint8Array.from({ length }, () => Math.floor(256 * random()));
  return Buffer.from(bytes).toString('base64');
}

async function folderSamples(folder: string): Promise<Sample[]> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    file: string;
    payload: string;
  }[];
  return manifest.map(({ file, payload }) => ({
    name: file,
    payload,
    picture: () => loadPicture(join(folder, file))
  }));
}

const { values, positionals } = parseArgs({
  options: { drawn: { type: 'string', default: '8' } },
  allowPositionals: true
});
const samples = positionals.length
  ? (await Promise.all(positionals.map(folderSamples))).flat()
  : drawnSamples(Number(values.drawn));
const reader = await openReader();
const results = stages.map(() => ({ read: 0, misread: 0, added: 0, ms: [] as number[] }));
const unread: string[] = [];

for (const { name, payload, picture } of samples) {
  const source = new CodeSource(await picture());
  let known = false;
  for (const [i, stage] of stages.entries()) {
    const started = performance.now();
    const [code] = await runStage(source, reader, stage);
    const result = results[i]!;
    result.ms.push(performance.now() - started);
    if (!code) continue;
    if (code.text !== payload) {
      result.misread++;
      continue;
    }
    result.read++;
    if (!known) result.added++;
    known = true;
  }
  if (!known) unread.push(name);
}

const quantile = (sorted: number[], q: number) => sorted[Math.floor(q * (sorted.length - 1))] ?? 0;
console.log(`${samples.length} pictures, ${samples.length - unread.length} read by some stage`);
console.log('stage                      alone   adds  misread   median ms   95 % ms  answers');
for (const [i, { id, answers }] of stages.entries()) {
  const { read, added, misread, ms } = results[i]!;
  ms.sort((a, b) => a - b);
  const times = [quantile(ms, 0.5), quantile(ms, 0.95)].map((time) => time.toFixed(1).padStart(10));
  const counts = [read, added, misread].map((count) => String(count).padStart(7));
  console.log(`${id.padEnd(24)} ${counts.join('')} ${times.join('')}   ${answers}`);
}
if (unread.length) console.log(`not read: ${unread.join(' ')}`);
