import { landmark } from '../../face/face';
import { chin, lobes } from '../../face/parts';
import { toFace } from '../../face/patch';
import type { Point } from '../../image/point';
import type { Box } from '../../image/region';
import { faceBox } from '../tools/evidence-boxes';
import { peakConfidence, placesIn } from '../tools/labelled';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import { oncePerScene, type Scene } from '../scene';
import type { Sitter } from '../sitter';

/** About a lobe, in inter-eye distances, and how many places a stud takes there. */
const lobe = { outwards: 0.25, inwards: 0.05, above: 0.2, below: 0.3, places: 4 };
/** Below the chin, and how many places a pendant or a piece of chain takes. */
const neck = { aside: 1.1, from: 0.1, to: 1, places: 20 };
/** How far a thing on the neck is from skin at most: a bow tie is not on it. */
const onSkin = 0.1;

function lobeBox({ face, frame }: Sitter, side: 'left' | 'right'): Box {
  const { x, y } = toFace(frame, landmark(face, lobes[side]));
  const left = x - (side === 'left' ? lobe.inwards : lobe.outwards);
  const right = x + (side === 'left' ? lobe.outwards : lobe.inwards);
  return { left, right, top: y - lobe.above, bottom: y + lobe.below };
}

function neckBox({ face, frame }: Sitter): Box {
  const { y } = toFace(frame, landmark(face, chin));
  return { left: -neck.aside, right: neck.aside, top: y + neck.from, bottom: y + neck.to };
}

const around = ({ x, y }: Point): Point[] => [
  { x: x - onSkin, y },
  { x: x + onSkin, y },
  { x, y: y - onSkin },
  { x, y: y + onSkin }
];

/** How sure something is worn at each place: both lobes, the neck; null without a face or labels. */
const places = oncePerScene((scene): { box: Box; sure: number }[] | null => {
  const { sitter } = scene;
  if (!sitter || !scene.labels) return null;
  const peak = (box: Box, at: readonly Point[], count: number) => ({
    box,
    sure: peakConfidence(scene, at, ['others'], count) ?? 0
  });
  const sides = (['right', 'left'] as const).map((side) => {
    const box = lobeBox(sitter, side);
    return peak(box, placesIn(box), lobe.places);
  });
  const below = neckBox(sitter);
  return [...sides, peak(below, placesIn(below).filter(nearSkin(scene)), neck.places)];
});

/** From which confidence on skin is there. */
const skin = 0.3;
const nearSkin = (scene: Scene) => (place: Point) =>
  (peakConfidence(scene, around(place), ['body', 'face'], 1) ?? 0) >= skin;

/** From which confidence on a thing is marked on the picture. */
const marked = 0.3;

/** How sure earrings, earphones or a necklace are worn, 0…1; null without labels. By labels; our own. */
export const jewelleryWorn: Measure = {
  id: 'jewellery.present',
  unit: '',
  needs: 'labels',
  value(scene) {
    const found = places(scene);
    return found && Math.max(...found.map(({ sure }) => sure));
  },
  quality: (value) => percent(100 * (1 - value)),
  regions(scene) {
    const { sitter } = scene;
    if (!sitter) return [];
    return (places(scene) ?? [])
      .filter(({ sure }) => sure > marked)
      .map(({ box }) => faceBox(sitter.frame, box, scene.image.height));
  }
};
