import { describe, expect, it } from 'vitest';
import type { HeadGeometry } from '../protocol';
import { defaultStandard as standard } from '../standard/catalogue';
import { solveCrop } from './crop';

/** A head of ordinary proportions, in a frame of 960 × 1280, `top` px below its top edge. */
function head(top: number, faceWidth = 300, centreX = 480): HeadGeometry {
  return {
    crownY: top,
    eyeY: top + 0.72 * faceWidth,
    chinY: top + 1.45 * faceWidth,
    faceLeft: centreX - faceWidth / 2,
    faceRight: centreX + faceWidth / 2,
    centreX
  };
}
const frame = { width: 960, height: 1280 };

/** Where the geometry falls in the finished photo. */
function finished(geometry: HeadGeometry, at = frame) {
  const { crop, reason } = solveCrop(geometry, at, standard);
  const scale = standard.width / crop!.width;
  return {
    reason,
    crop: crop!,
    crown: (geometry.crownY - crop!.y) * scale,
    eyeLine: (geometry.eyeY - crop!.y) * scale,
    faceWidth: (geometry.faceRight - geometry.faceLeft) * scale,
    centre: (geometry.centreX - crop!.x) * scale
  };
}

describe('solveCrop', () => {
  it('puts crown, eye line and face width well inside their windows, and the face in the centre', () => {
    const { reason, crop, crown, eyeLine, faceWidth, centre } = finished(head(200));
    expect(reason).toBeNull();
    expect(crown).toBeGreaterThan(60);
    expect(crown).toBeLessThan(100);
    expect(eyeLine).toBeGreaterThan(215);
    expect(eyeLine).toBeLessThan(285);
    expect(faceWidth).toBeGreaterThan(195);
    expect(faceWidth).toBeLessThan(285);
    expect(centre).toBeCloseTo(240, 6);
    expect(crop.width / crop.height).toBeCloseTo(0.75, 6);
    expect(crop.roll).toBe(0);
  });

  it('reaches over the top, never below the bottom', () => {
    const { reason, crop } = finished(head(20));
    expect(reason).toBeNull();
    expect(crop.y).toBeLessThan(0);
    for (const top of [20, 200, 400, 600, 700]) {
      const low = solveCrop(head(top), frame, standard).crop!;
      expect(low.y + low.height).toBeLessThanOrEqual(frame.height + 1e-6);
    }
  });

  it('takes a larger head rather than cut the shoulders at the frame’s side', () => {
    const { reason, crop, faceWidth } = finished(head(200, 300, 290), { width: 960, height: 1280 });
    const { crop: free } = finished(head(200));
    expect(reason).toBeNull();
    expect(crop.width).toBeLessThan(free.width);
    expect(crop.x).toBeGreaterThanOrEqual(-1e-6);
    expect(faceWidth).toBeLessThan(280);
  });

  it('calls a sitter without room for the chest too close', () => {
    expect(finished(head(300, 700)).reason).toBe('frame.tooClose');
    expect(finished(head(800)).reason).toBe('frame.tooClose');
  });

  it('calls a crown at the top edge cut', () => {
    expect(finished(head(0)).reason).toBe('frame.crownCut');
  });

  it('calls a small face too far away, and one at the side off centre', () => {
    expect(finished(head(300, 70)).reason).toBe('frame.tooFar');
    expect(finished(head(200, 300, 130)).reason).toBe('frame.offCentre');
  });

  it('answers no crop for a geometry that makes no sense', () => {
    expect(solveCrop({ ...head(200), crownY: 900 }, frame, standard)).toEqual({ crop: null, reason: null });
  });
});
