import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeadGeometry } from '../face/head-geometry';
import { headMeasureOn } from '../standard/head-measures';
import { resolveStandard, type ResolvedStandard } from '../standard/resolve';
import { standards } from '../standard/catalogue';
import { solveCrop } from './crop';
import { movedCrop, MoveRoom, unmoved, type CropMove, type Placed } from './move';

const frame = { width: 960, height: 1280 };
const inFrame: HeadGeometry = {
  ...{ crownY: 240, eyeY: 456, chinY: 675, faceLeft: 330, faceRight: 630, centreX: 480, eyeDistance: 135 }
};

/** A head of the frame, as a crop shows it. */
function shown(head: HeadGeometry, crop: { x: number; y: number; width: number }, width: number) {
  const scale = width / crop.width;
  const across = (x: number) => (x - crop.x) * scale;
  const down = (y: number) => (y - crop.y) * scale;
  return {
    crownY: down(head.crownY),
    eyeY: down(head.eyeY),
    chinY: down(head.chinY),
    faceLeft: across(head.faceLeft),
    faceRight: across(head.faceRight),
    centreX: across(head.centreX),
    eyeDistance: head.eyeDistance * scale
  };
}

function placedIn(standard: ResolvedStandard, head = inFrame): Placed {
  const crop = solveCrop(head, frame, standard).crop!;
  return { crop, head: shown(head, crop, standard.width), frame };
}

const diploma = resolveStandard();

describe('movedCrop', () => {
  it('moves the sitter by so many of the photo’s pixels, and enlarges about the eyes', () => {
    const placed = placedIn(diploma);
    const crop = movedCrop(placed, { right: 6, down: -9, zoom: 1.1 }, diploma);
    const head = shown(inFrame, crop, diploma.width);
    expect(head.centreX).toBeCloseTo(placed.head.centreX + 6, 6);
    expect(head.eyeY).toBeCloseTo(placed.head.eyeY - 9, 6);
    expect(head.faceRight - head.faceLeft).toBeCloseTo(
      1.1 * (placed.head.faceRight - placed.head.faceLeft),
      6
    );
    expect(crop.width / crop.height).toBeCloseTo(0.75, 9);
    expect(movedCrop(placed, unmoved, diploma)).toEqual({
      ...placed.crop,
      x: expect.closeTo(placed.crop.x, 9) as number,
      y: expect.closeTo(placed.crop.y, 9) as number
    });
  });
});

describe('MoveRoom', () => {
  const all = standards.map(({ id }) => resolveStandard({ standard: id }));
  const steps = fc.array(
    fc.tuple(
      fc.constantFrom('right', 'down', 'zoom' as const),
      fc.double({ min: -400, max: 400, noNaN: true })
    ),
    { maxLength: 12 }
  );

  it('holds every window of every standard and the picture’s edges, wherever steps lead', () => {
    fc.assert(
      fc.property(fc.constantFrom(...all), steps, (standard, taken) => {
        const placed = placedIn(standard);
        const room = new MoveRoom(placed, standard);
        let move: CropMove = unmoved;
        for (const [along, by] of taken)
          move = room.towards(move, along, move[along] + (along === 'zoom' ? by / 400 : by));
        expect(room.allows(move)).toBe(true);
        const crop = movedCrop(placed, move, standard);
        const head = shown(inFrame, crop, standard.width);
        for (const { of, min = -Infinity, max = Infinity } of standard.aims) {
          const made = headMeasureOn(of, placed.head, standard.height);
          const value = headMeasureOn(of, head, standard.height);
          expect(value, of).toBeGreaterThanOrEqual(Math.min(min, made) - 1e-6);
          expect(value, of).toBeLessThanOrEqual(Math.max(max, made) + 1e-6);
        }
        expect(Math.abs(head.centreX / standard.width - 0.5)).toBeLessThanOrEqual(0.025);
        expect(crop.y + crop.height).toBeLessThanOrEqual(frame.height + 1e-6);
        if (!standard.background) {
          expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(-1e-6);
          expect(crop.x + crop.width).toBeLessThanOrEqual(frame.width + 1e-6);
        }
      })
    );
  });

  it('ends a few pixels before each bound of the windows', () => {
    const placed = placedIn(diploma);
    const room = new MoveRoom(placed, diploma);
    const { min, max } = room.range(unmoved, 'down');
    // Crown 50–110 px, eyes 200–300 px: whichever ends first.
    expect(min).toBeCloseTo(Math.max(54 - placed.head.crownY, 204 - placed.head.eyeY), 6);
    expect(max).toBeCloseTo(Math.min(106 - placed.head.crownY, 296 - placed.head.eyeY), 6);
    const aside = room.range(unmoved, 'right');
    expect(aside.min).toBeCloseTo(-10 - (placed.head.centreX - 240), 6);
    expect(aside.max).toBeCloseTo(10 - (placed.head.centreX - 240), 6);
    expect(room.towards(unmoved, 'down', 500).down).toBeCloseTo(max, 9);
    expect(room.allows({ ...unmoved, down: max + 1 })).toBe(false);
  });

  it('goes no further out where the photo is beyond a bound already, and back in', () => {
    const placed = placedIn(diploma);
    const high = { ...placed, head: { ...placed.head, crownY: 45 } };
    const room = new MoveRoom(high, diploma);
    expect(room.allows(unmoved)).toBe(true);
    expect(room.range(unmoved, 'down').min).toBeCloseTo(0, 9);
    expect(room.range(unmoved, 'down').max).toBeGreaterThan(5);
  });

  it('has no room to the side or upwards where nothing may be filled in and the picture ends', () => {
    const standard = { ...diploma, background: null };
    const crop = { x: 0, y: 0, width: 960, height: 1280, roll: 0 };
    const placed = { crop, head: shown(inFrame, crop, 480), frame };
    const room = new MoveRoom(placed, standard);
    expect(room.range(unmoved, 'right')).toEqual({
      min: expect.closeTo(0, 9) as number,
      max: expect.closeTo(0, 9) as number
    });
    expect(room.range(unmoved, 'zoom').min).toBeCloseTo(1, 9);
  });
});
