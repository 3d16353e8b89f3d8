import type { RgbaImage } from '../image/image';
import type { DecodeAnswer, DecodedCode } from '../protocol';
import { counts, runCascade } from './cascade';
import { chosen } from './choose';
import { piecesOf, type Piece } from './pieces';
import type { CodeReader } from './reader';
import { stages } from './stages';
import { diagnoseCode } from './diagnose';

const quick = stages.filter(({ live }) => live === 'always');

/**
 * The codes of a picture file that can be meant, or why there is none: the whole cascade, within about `budgetMs`. A
 * picture that is read in pieces is looked through quickly first, for all its codes.
 *
 * @param pixelsOf a piece's pixels, read anew each time: all of them together would be too much to hold
 */
export async function readFile(
  size: { width: number; height: number },
  pixelsOf: (piece: Piece) => RgbaImage,
  reader: CodeReader,
  budgetMs: number
): Promise<Omit<DecodeAnswer, 'ms'>> {
  const end = performance.now() + budgetMs;
  const pieces = piecesOf(size);
  const found: DecodedCode[] = [];
  const read = async (piece: Piece, given: Parameters<typeof runCascade>[2]) => {
    const codes = await runCascade(pixelsOf(piece), reader, given);
    found.push(
      ...codes.map((code) => ({ ...code, corners: code.corners.map((corner) => inPicture(corner, piece)) }))
    );
  };
  if (pieces.length > 1) for (const piece of pieces) await read(piece, { stages: quick });
  for (const piece of pieces) {
    if (found.some(counts) || performance.now() >= end) break;
    await read(piece, { budgetMs: end - performance.now() });
  }
  const codes = chosen(found);
  return { codes, trouble: codes.length ? null : diagnoseCode(pixelsOf(pieces[0]!)) };
}

const inPicture = ({ x, y }: { x: number; y: number }, { part, scale }: Piece) => ({
  x: part.x + x / scale,
  y: part.y + y / scale
});
