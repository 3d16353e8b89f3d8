import { describe, expect, it } from 'vitest';
import { pose } from './pose';

const angle = (degrees: number) => (degrees * Math.PI) / 180;
/** What the landmarker sees of a level head, chin down. */
const landmarkerPitch = 2.9;

/** A head turned by `yaw` degrees that stands `place` before the lens. */
function face(yaw: number, place: readonly [number, number, number]) {
  const [c, s] = [Math.cos(angle(yaw)), Math.sin(angle(yaw))];
  const matrix = Float32Array.from([c, 0, -s, 0, 0, 1, 0, 0, s, 0, c, 0, ...place, 1]);
  return { landmarks: new Float32Array(478 * 3), matrix };
}

/** In centimetres before the lens; the second stands 15° to the right of its axis. */
const middle = [0, 0, -50] as const;
const aside = [50 * Math.tan(angle(15)), 0, -50] as const;

describe('pose', () => {
  it.each([
    { name: 'looks into the lens from the middle', yaw: 0, place: middle, seen: 0 },
    { name: 'is turned in the middle', yaw: 20, place: middle, seen: 20 },
    { name: 'looks into the lens from the side', yaw: -15, place: aside, seen: 0 },
    { name: 'looks past the lens from the side', yaw: 0, place: aside, seen: 15 }
  ])('of a head that $name', ({ yaw, place, seen }) => {
    const got = pose(face(yaw, place))!;
    expect(got.yaw).toBeCloseTo(seen, 4);
    expect(got.pitch - landmarkerPitch).toBeCloseTo(0, 4);
    expect(got.roll).toBeCloseTo(0, 4);
  });
});
