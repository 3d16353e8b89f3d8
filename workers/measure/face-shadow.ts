import { faceFrame, toPicture, type FaceFrame } from '../face/patch';
import type { RgbaImage } from '../image/image';
import type { Point } from '../image/point';
import { lumaAt } from '../image/luminance';
import { eachIn, square } from '../image/region';
import { box } from './cells';
import { percent } from './quality';
import type { Measure } from './measure';

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
const side = 0.12;

/**
 * How much darker eye sockets, upper lip and what lies under the lower one are than the ridge of the nose, as a share of
 * it (geometric mean): about 0.15 in even light, 0.6 under a lamp overhead. Our own.
 */
export const faceShadow: Measure = {
  id: 'face.shadow',
  unit: '',
  value({ image, faces: [face] }) {
    if (!face) return null;
    const frame = faceFrame(face);
    const lit = mean(image, frame, ridge);
    const shaded = under.map((places) => mean(image, frame, places));
    if (lit === null || shaded.some((level) => level === null)) return null;
    const logs = shaded.map((level) => Math.log(Math.max(1, level!) / Math.max(1, lit)));
    return 1 - Math.exp(logs.reduce((sum, log) => sum + log, 0) / logs.length);
  },
  quality: (value) => percent(100 * (1 - Math.max(0, value))),
  regions({ faces: [face] }) {
    if (!face) return [];
    const frame = faceFrame(face);
    return [
      [-0.85, -0.25, 0.85, 0.1],
      [-0.4, 0.75, 0.4, 1.35]
    ].map(([left, top, right, bottom]) => {
      const [from, to] = [
        toPicture(frame, { x: left!, y: top! }),
        toPicture(frame, { x: right!, y: bottom! })
      ];
      return box(from.x, from.y, to.x, to.y);
    });
  }
};

function mean(image: RgbaImage, frame: FaceFrame, places: readonly Point[]): number | null {
  const size = side * Math.hypot(frame.along.x, frame.along.y);
  let [sum, count] = [0, 0];
  for (const place of places)
    eachIn(image, square(toPicture(frame, place), size), (at) => {
      sum += lumaAt(image, at);
      count++;
    });
  return count ? sum / count : null;
}
