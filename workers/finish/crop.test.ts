import { describe, expect, it } from 'vitest';
import type { HeadGeometry } from '../protocol';
import { resolveStandard } from '../standard/resolve';
import { solveCrop } from './crop';

const standard = resolveStandard();

/** A head of ordinary proportions, in a frame of 960 × 1280, `top` px below its top edge. */
function head(top: number, faceWidth = 300, centreX = 480): HeadGeometry {
  return {
    crownY: top,
    eyeY: top + 0.72 * faceWidth,
    chinY: top + 1.45 * faceWidth,
    faceLeft: centreX - faceWidth / 2,
    faceRight: centreX + faceWidth / 2,
    centreX,
    eyeDistance: 0.45 * faceWidth
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
    const { reason, crop, faceWidth, centre } = finished(head(200, 300, 290), { width: 960, height: 1280 });
    const { crop: free } = finished(head(200));
    expect(reason).toBeNull();
    expect(crop.width).toBeLessThan(free.width);
    expect(crop.x).toBeGreaterThanOrEqual(-1e-6);
    expect(faceWidth).toBeLessThan(290);
    // A small step beside the centre spares some of the enlargement.
    expect(Math.abs(centre - 240)).toBeLessThanOrEqual(0.015 * 480 + 1e-6);
  });

  it('calls a sitter without room for the chest too close', () => {
    expect(finished(head(300, 700)).reason).toBe('frame.tooClose');
    expect(solveCrop(head(300, 700), frame, standard).missed).toMatchObject({ bound: 'faceWidth' });
  });

  it('tells a sitter who is too low from one who is too close', () => {
    const { missed, reason } = solveCrop(head(800), frame, standard);
    expect(reason).toBe('frame.tooLow');
    expect(missed!.by).toBeGreaterThan(0);
    // Raised by what was missing above, the same head fits.
    expect(finished(head(250)).reason).toBeNull();
  });

  it('calls shoulders cut where the frame is too narrow on both sides, and says by how much', () => {
    const narrow = { width: 380, height: 1280 };
    const { missed, reason, crop } = solveCrop(head(200, 300, 190), narrow, standard);
    expect(reason).toBe('frame.shouldersCut');
    expect(missed!.bound).toBe('frameSide');
    const scale = standard.width / crop!.width;
    expect(missed!.by).toBeCloseTo((-crop!.x - 0.12 * crop!.width) * scale, 6);
  });

  it('says which window is missed, and by how many finished pixels', () => {
    const { missed, crop } = solveCrop(head(300, 700), frame, standard);
    const faceWidth = (700 * standard.width) / crop!.width;
    expect(missed).toEqual({ bound: 'faceWidth', by: expect.closeTo(faceWidth - 300, 6) as number });
  });

  it('calls a crown at the top edge cut', () => {
    expect(finished(head(0)).reason).toBe('frame.crownCut');
  });

  it('calls a small face too far away, and one at the side off centre', () => {
    expect(finished(head(300, 70)).reason).toBe('frame.tooFar');
    expect(finished(head(200, 300, 130)).reason).toBe('frame.offCentre');
  });

  it('leaves a picture whole whose background stays, where it holds the windows as it is', () => {
    const asIs = { ...standard, background: null };
    const size = { width: 960, height: 1280 };
    const good = { ...head(160, 480), eyeY: 500, chinY: 830 };
    expect(solveCrop(good, size, asIs)).toEqual({
      crop: { x: 0, y: 0, ...size, roll: 0 },
      missed: null,
      reason: null
    });
    // Its background is replaced; another shape; the head too small, aside.
    expect(solveCrop(good, size, standard).crop!.width).not.toBe(960);
    expect(solveCrop(good, { width: 960, height: 1300 }, asIs).crop!.height).toBeLessThan(1300);
    expect(solveCrop(head(160, 300), size, asIs).crop!.width).toBeLessThan(900);
    expect(solveCrop({ ...good, centreX: 520 }, size, asIs).crop!.width).toBeLessThan(960);
  });

  it('answers no crop for a geometry that makes no sense', () => {
    const none = { crop: null, missed: null, reason: null };
    expect(solveCrop({ ...head(200), crownY: 900 }, frame, standard)).toEqual(none);
  });
});
