import { toPicture, type FaceFrame } from '../../face/patch';
import type { RgbaImage } from '../../image/image';
import type { Point } from '../../image/point';
import { square, type Box } from '../../image/region';
import { faceBox } from '../tools/evidence-boxes';
import { meanLuma } from '../tools/mean-luma';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';

/** The ridge of the nose, which every lamp before or above the face lights; in the face's axes. */
const ridge: readonly Point[] = [{ x: 0, y: 0.3 }];
/** What lies under brows, nose and lip, in the shade of a lamp overhead; both sides of each together. */
const under: readonly (readonly Point[])[] = [
  [-0.5, 0.5].map((x) => ({ x, y: -0.13 })),
  [-0.18, 0.18].map((x) => ({ x, y: 0.85 })),
  [{ x: 0, y: 0.82 }],
  [{ x: 0, y: 1.25 }],
  [-0.3, 0.3].map((x) => ({ x, y: 1.2 }))
];
/** Side of the square that is averaged at each place, in inter-eye distances. */
const side = 0.12;
/** Where the shade is marked, in the face's axes. */
const sockets: Box = { left: -0.85, right: 0.85, top: -0.25, bottom: 0.1 };
const belowNose: Box = { left: -0.4, right: 0.4, top: 0.75, bottom: 1.35 };

/**
 * How much darker eye sockets, upper lip and what lies under the lower one are than the ridge of the nose, as a share of
 * it (geometric mean): about 0.15 in even light, 0.6 under a lamp overhead. Our own.
 */
export const faceShadow: Measure = {
  id: 'face.shadow',
  unit: '',
  value({ image, sitter }) {
    if (!sitter) return null;
    const { frame } = sitter;
    const lit = mean(image, frame, ridge);
    const shaded = under.map((places) => mean(image, frame, places));
    if (lit === null || shaded.some((level) => level === null)) return null;
    const logs = shaded.map((level) => Math.log(Math.max(1, level!) / Math.max(1, lit)));
    return 1 - Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  },
  quality: (value) => percent(100 * (1 - Math.max(0, value))),
  regions({ sitter }) {
    return sitter ? [sockets, belowNose].map((zone) => faceBox(sitter.frame, zone)) : [];
  }
};

function mean(image: RgbaImage, frame: FaceFrame, places: readonly Point[]): number | null {
  const size = side * Math.hypot(frame.along.x, frame.along.y);
  return meanLuma(
    image,
    places.map((place) => square(toPicture(frame, place), size))
  );
}
