import { landmark } from '../../face/face';
import { chin } from '../../face/parts';
import { toFace } from '../../face/patch';
import type { Box } from '../../image/region';
import { faceBox } from '../tools/evidence-boxes';
import { meanConfidence, placesIn } from '../tools/labelled';
import { percent } from '../tools/quality';
import type { Measure } from '../measure';
import type { Sitter } from '../sitter';

/** Nose and mouth, in the face's axes; it ends so far above the chin, whose edge a neck touches. */
const lower = { aside: 0.4, from: 0.45, aboveChin: 0.12 };

function lowerFace({ face, frame }: Sitter): Box {
  const { y } = toFace(frame, landmark(face, chin));
  return { left: -lower.aside, right: lower.aside, top: lower.from, bottom: y - lower.aboveChin };
}

/**
 * How much of nose and mouth something covers, 0…1: a mask, a hand, cloth; null without labels. A beard is no cover. By
 * labels; our own.
 */
export const faceCovered: Measure = {
  id: 'face.covered',
  unit: '',
  needs: 'labels',
  value(scene) {
    const { sitter } = scene;
    return sitter && meanConfidence(scene, placesIn(lowerFace(sitter)), ['others', 'clothes', 'body']);
  },
  quality: (value) => percent(100 * (1 - value)),
  regions: ({ sitter }) => (sitter ? [faceBox(sitter.frame, lowerFace(sitter))] : [])
};
