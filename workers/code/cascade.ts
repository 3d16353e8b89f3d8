import type { RgbaImage } from '../image/image';
import type { DecodedCode } from '../protocol';
import { chosen } from './choose';
import { without } from './cover';
import { toRgba, type GreyImage } from './grey';
import { readPayload } from './payload';
import type { CodeReader } from './reader';
import { CodeSource, stages as allStages, type Stage } from './stages';
import { diagnoseCode } from './diagnose';

/** How long the cascade looks for further codes once it has one that counts. */
const restMs = 1500;

/**
 * Tries the stages in order until nothing in the picture looks like a code that was not read, or until `budgetMs` have
 * passed (a picture begun is finished), and answers the codes that can be meant (`chosen`); none when no stage read.
 * The same picture gives the same answer apart from the budget.
 */
export async function runCascade(
  picture: RgbaImage,
  reader: CodeReader,
  { stages = allStages, budgetMs = Infinity }: { stages?: readonly Stage[]; budgetMs?: number } = {}
): Promise<DecodedCode[]> {
  const found: DecodedCode[] = [];
  let source = new CodeSource(picture);
  let end = performance.now() + budgetMs;
  for (const stage of stages) {
    if (performance.now() >= end) break;
    const read = await runStage(source, reader, stage, end);
    if (!read.length) continue;
    found.push(...read);
    source = new CodeSource(without(source.picture, read));
    if (diagnoseCode(source.picture) === 'none') break;
    if (found.some(counts)) end = Math.min(end, performance.now() + restMs);
  }
  return chosen(found);
}

/** One stage on its own: all that it reads. */
export async function runStage(
  source: CodeSource,
  reader: CodeReader,
  stage: Stage,
  end = Infinity
): Promise<DecodedCode[]> {
  const { width, height } = source.picture;
  if (width * height > stage.maxPixels) return [];
  for (const { picture, toSource } of stage.prepare(source)) {
    const rgba =
      picture.data.length === 4 * picture.width * picture.height ? picture : toRgba(picture as GreyImage);
    const readings = await reader.read(rgba, stage.binarizer);
    if (readings.length)
      return readings.map(({ corners, ...content }) => ({
        ...readPayload(content),
        decoder: `${reader.id}/${stage.id}`,
        corners: corners.map(toSource)
      }));
    if (performance.now() >= end) return [];
  }
  return [];
}

/** Whether a code is a collection code. */
export const counts = ({ payload }: DecodedCode): boolean => payload.kind !== 'foreign';
