import type { DecodedCode } from '../protocol';
import type { RgbaImage } from '../image/image';
import { toRgba } from './grey';
import type { CodeReader } from './reader';
import { CodeSource, stages as allStages, type Stage } from './stages';

/** Prepared pictures above this many pixels are not made: a phone has no room for them. */
const maxPreparedPixels = 16e6;

/**
 * Tries the stages in order until one reads, or until `budgetMs` have passed (a stage begun is finished).
 * The same picture gives the same answer apart from the budget; null when no stage read.
 */
export async function runCascade(
  picture: RgbaImage,
  reader: CodeReader,
  { stages = allStages, budgetMs = Infinity }: { stages?: readonly Stage[]; budgetMs?: number } = {}
): Promise<DecodedCode | null> {
  const source = new CodeSource(picture);
  const end = performance.now() + budgetMs;
  for (const stage of stages) {
    if (performance.now() >= end) return null;
    const code = await runStage(source, reader, stage);
    if (code) return code;
  }
  return null;
}

/** One stage on its own; null when it did not read. */
export async function runStage(
  source: CodeSource,
  reader: CodeReader,
  stage: Stage
): Promise<DecodedCode | null> {
  const { picture } = source;
  if (picture.width * picture.height * stage.scale * stage.scale > maxPreparedPixels && stage.scale > 1)
    return null;
  const prepared = stage.prepare ? toRgba(stage.prepare(source)) : picture;
  const reading = await reader.read(prepared, stage.binarizer);
  if (!reading) return null;
  return {
    text: reading.text,
    bytes: reading.bytes,
    decoder: `${reader.id}/${stage.id}`,
    corners: reading.corners.map(({ x, y }) => ({ x: x / stage.scale, y: y / stage.scale }))
  };
}
