import type { DecodedCode } from '../protocol';
import type { RgbaImage } from '../image/image';
import { toRgba, type GreyImage } from './grey';
import type { CodeReader } from './reader';
import { CodeSource, stages as allStages, type Stage } from './stages';

/**
 * Tries the stages in order until one reads, or until `budgetMs` have passed (a picture begun is finished).
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
    const code = await runStage(source, reader, stage, end);
    if (code) return code;
  }
  return null;
}

/** One stage on its own; null when it did not read. */
export async function runStage(
  source: CodeSource,
  reader: CodeReader,
  stage: Stage,
  end = Infinity
): Promise<DecodedCode | null> {
  const { width, height } = source.picture;
  if (width * height > stage.maxPixels) return null;
  for (const { picture, toSource } of stage.prepare(source)) {
    const rgba =
      picture.data.length === 4 * picture.width * picture.height ? picture : toRgba(picture as GreyImage);
    const reading = await reader.read(rgba, stage.binarizer);
    if (reading) {
      const { text, bytes, corners } = reading;
      return { text, bytes, decoder: `${reader.id}/${stage.id}`, corners: corners.map(toSource) };
    }
    if (performance.now() >= end) return null;
  }
  return null;
}
