import { damages, photograph, randomFrom } from '../codes/damage';
import { encodeCode } from '../codes/draw';
import { openReader } from '../codes/reader';
import { runCascade, runStage } from '../../workers/code/cascade';
import { CodeSource, stages } from '../../workers/code/stages';
import { row, type BenchRow } from './row';

/** Pictures of each kind of damage. */
const ofEach = 4;

/**
 * The whole decode cascade against zxing-wasm alone (all its options, one call) on the same drawn and damaged codes,
 * by turns; milliseconds a picture, median over the pictures.
 */
export async function benchDecode(): Promise<BenchRow> {
  const reader = await openReader();
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const [kind, damage] of Object.values(damages).entries())
    for (let i = 0; i < ofEach; i++) {
      const random = randomFrom(100 * kind + i);
      const payload = Buffer.from(Uint8Array.from({ length: 300 }, () => 256 * random())).toString('base64');
      const picture = await photograph(encodeCode(payload), damage(random), i);
      // The first of each kind warms both up.
      const [alone, whole] = [
        await timed(() => runStage(new CodeSource(picture), reader, stages[0]!)),
        await timed(() => runCascade(picture, reader))
      ];
      if (i === 0) continue;
      theirs.push(alone);
      ours.push(whole);
    }
  return row('decode', 'ms', ours, theirs);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
