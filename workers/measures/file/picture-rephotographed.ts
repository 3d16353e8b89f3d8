import { toPicture } from '../../face/patch';
import type { Point } from '../../image/point';
import { quantile } from '../../image/statistics';
import { percent, sigmoid } from '../tools/quality';
import type { Measure } from '../measure';
import type { Scene } from '../scene';
import { powerSpectrum, windowSide as n } from '../tools/spectrum';

/** On the skin, in the face's axes: both cheeks and the forehead. */
const onFace: readonly Point[] = [
  { x: -0.5, y: 0.65 },
  { x: 0.5, y: 0.65 },
  { x: 0, y: -0.45 }
];
/** A window's peak counts as at most this many times what is usual at its frequency: the pattern must be everywhere. */
const most = 40;
/** Power that noise of half a level has in a window: where there is less, nothing is to be seen. */
const noise = 144;
/** What a file lacks that names no camera: of one, a weaker pattern is believed. */
const unsigned = 2;
/** Windows inside the picture that a pattern must be seen in. */
const fewest = 5;
/** Blocks of a JPEG along a window. */
const blocks = n / 8;
/** Cycles in a window from which on a pattern is fine enough to be a screen's or a print's. */
const lowest = 6;

/**
 * How far one fine pattern stands out of the picture everywhere, on skin and wall: the largest peak in the mean of the
 * windows' spectra, each over what is usual at its frequency; about 4 for noise, 10 and more for the grid of a screen or
 * a print; a little more where the file does not say which camera took it, as pictures of screens and scans do not. Null
 * for what our own camera took. Our own.
 */
export const pictureRephotographed: Measure = {
  id: 'picture.rephotographed',
  unit: '',
  value(scene) {
    const { image, file } = scene;
    if (!file) return null;
    const spectra = windows(scene).flatMap((centre) => powerSpectrum(image, centre) ?? []);
    if (spectra.length < fewest) return null;
    return peak(spectra.map(whitened)) + (file.camera === false ? unsigned : 0);
  },
  quality: (value) => percent(100 * (1 - sigmoid(value, 10, 1.5)))
};

/** Middles of the windows: on the skin, and on the wall at both sides of the head. */
function windows({ sitter, geometry }: Scene): Point[] {
  if (!sitter || !geometry) return [];
  const { frame } = sitter;
  const { centreX, crownY, eyeY, faceLeft, faceRight } = geometry;
  const aside = faceRight - faceLeft;
  const walls = [-1, 1].flatMap((side) =>
    [crownY, eyeY].map((y) => ({ x: centreX + side * aside, y: Math.max(n / 2, y) }))
  );
  return [...onFace.map((place) => toPicture(frame, place)), ...walls];
}

/** Frequency of a bin, −n/2…n/2. */
const cycles = (bin: number) => (bin > n / 2 ? bin - n : bin);

/** Each bin over the median of the bins of about its frequency. */
function whitened(power: Float64Array): Float32Array {
  const rings: number[][] = [];
  const ringOf = (at: number) => Math.round(Math.hypot(cycles(at % n), cycles(Math.floor(at / n))));
  power.forEach((value, at) => (rings[ringOf(at)] ??= []).push(value));
  const usual = rings.map((values) => quantile(values, 0.5));
  return Float32Array.from(power, (value, at) => Math.min(most, value / (usual[ringOf(at)]! + noise)));
}

function peak(spectra: readonly Float32Array[]): number {
  let best = 0;
  for (let at = 0; at < n * n; at++) {
    const u = cycles(at % n);
    const v = cycles(Math.floor(at / n));
    const frequency = Math.hypot(u, v);
    if (frequency < lowest || frequency > n / 2) continue;
    // The blocks of a JPEG.
    if (u % blocks === 0 && v % blocks === 0) continue;
    best = Math.max(best, spectra.reduce((sum, one) => sum + one[at]!, 0) / spectra.length);
  }
  return best;
}
