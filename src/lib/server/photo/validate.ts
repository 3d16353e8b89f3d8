import { placesOf } from '$workers/standard/head-measures';
import type { ResolvedStandard } from '$workers/standard/resolve';
import type { Bounds } from '$workers/standard/standard';
import { Refusal } from '../http/problem';
import { isFlat } from './background';
import { decode } from './decoder';
import { readHeader } from './jpeg-header';
import { lookGrid, lookOf } from './look';

/** Columns of each side that are background down to the eyes' upper limit; shoulders come lower. */
const side = 4;

/**
 * Checks that a file is what it claims to be: a finished photo of the standard on one of the backgrounds. The cheap
 * checks come first, so that the decoder only ever sees a small baseline JPEG.
 *
 * @returns what it looks like (`lookOf`)
 * @throws Refusal with a `photo.…` code
 */
export async function validatePhoto(file: Uint8Array, standard: ResolvedStandard): Promise<string> {
  const { accepts } = standard;
  const { width, height, components, density } = readHeader(file);
  if (!isWithin(width, accepts.width) || !isWithin(height, accepts.height)) throw new Refusal('photo.size');
  if (components !== 3) throw new Refusal('photo.colour');
  if (density === null || !isWithin(density, accepts.density)) throw new Refusal('photo.density');
  if (!isWithin(file.length, standard.bytes)) throw new Refusal('photo.bytes');
  const { channels, edges, lights } = await decode({
    file,
    pixels: width * height,
    side,
    grid: lookGrid,
    ...edgesOf(standard, height)
  });
  if (channels === 0) throw new Refusal('photo.corrupt');
  if (channels !== 3) throw new Refusal('photo.colour');
  if (accepts.backgrounds && !isFlat(edges, accepts.backgrounds)) throw new Refusal('photo.background');
  return lookOf(lights);
}

/** Rows that are background: half of the least room above the hair, and at the sides down to above the eyes. */
function edgesOf({ aims }: ResolvedStandard, rows: number): { top: number; height: number } {
  const first = (of: 'crown' | 'eyeLine' | 'eyeLineFromBottom') =>
    placesOf(
      aims.filter((aim) => aim.of === of),
      rows
    )[0]?.from;
  const crown = first('crown') ?? 0;
  const eyes = first('eyeLine') ?? first('eyeLineFromBottom') ?? 2 * crown;
  return { top: Math.floor(crown / 2), height: Math.floor(eyes * 0.75) };
}

const isWithin = (value: number, { min = -Infinity, max = Infinity }: Bounds) => value >= min && value <= max;
