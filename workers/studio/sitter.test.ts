import { describe, expect, it } from 'vitest';
import { renderSitter } from './sitter';
import { renderTwoSitters, renderWall } from './scene';

const small = { width: 240, height: 320, supersample: 1, sensorNoise: 0 } as const;

describe('renderSitter', () => {
  it('draws the same bytes for the same options, and others for another seed', () => {
    const drawn = (seed: number) => Buffer.from(renderSitter({ ...small, seed }).image.data);
    const once = drawn(1);
    expect(drawn(1).equals(once)).toBe(true);
    expect(drawn(2).equals(once)).toBe(false);
  });

  it('is alpha · foreground + (1 − alpha) · wall, within rounding', () => {
    const wall = { colour: [90, 160, 210] as const, noise: 0 };
    const { image, truth } = renderSitter({ ...small, supersample: 2, hair: { style: 'long' }, wall });
    let worst = 0;
    for (let i = 0; i < truth.alpha.data.length; i++) {
      const a = truth.alpha.data[i]!;
      for (let k = 0; k < 3; k++) {
        const expected = a * truth.foreground[i * 3 + k]! + (1 - a) * wall.colour[k]!;
        worst = Math.max(worst, Math.abs(image.data[i * 4 + k]! - expected));
      }
    }
    expect(worst).toBeLessThan(1.6);
  });

  it('has an alpha that does not depend on the wall, with fractional strands', () => {
    const sitter = { ...small, supersample: 2, hair: { style: 'long' } } as const;
    const plain = renderSitter(sitter).truth.alpha.data;
    const busy = renderSitter({ ...sitter, wall: { busy: 'bricks', gradient: 0.4 } }).truth.alpha.data;
    expect(Buffer.from(busy.buffer).equals(Buffer.from(plain.buffer))).toBe(true);
    expect(Math.min(...plain)).toBe(0);
    expect(Math.max(...plain)).toBeCloseTo(1, 5);
    const fractional = plain.filter((a) => a > 0.02 && a < 0.98).length;
    const bald = renderSitter({ ...small, supersample: 2, hair: { style: 'bald' } }).truth.alpha.data;
    expect(fractional).toBeGreaterThan(2 * bald.filter((a) => a > 0.02 && a < 0.98).length);
  });

  it('puts the head where it is told', () => {
    const { truth } = renderSitter({ ...small, headSize: 0.25, position: { x: 0.4, y: 0.5 } });
    // The camera is a pinhole: the nearer chin and eyes appear a few per cent larger.
    expect(truth.geometry.centreX).toBeCloseTo(0.4 * 240, 0);
    expect(Math.abs(truth.geometry.eyeY - 160)).toBeLessThan(4);
    expect((truth.geometry.chinY - truth.geometry.eyeY) / 320).toBeCloseTo(0.26, 2);
  });

  it('agrees with its own alpha about the crown', () => {
    for (const style of ['short', 'bald'] as const) {
      const { image, truth } = renderSitter({ ...small, hair: { style } });
      const { centreX, crownY } = truth.geometry;
      const column = (y: number): number => truth.alpha.data[y * image.width + Math.round(centreX)]!;
      let top = 0;
      while (column(top) < 0.5) top++;
      expect(Math.abs(top - crownY)).toBeLessThan(2.5);
    }
  });

  it('turns: yaw moves the nose right, pitch moves it down, roll lifts the picture’s right eye', () => {
    const nose = (changes: object): [number, number] => {
      const { landmarks } = renderSitter({ ...small, ...changes }).truth;
      return [landmarks[8]!, landmarks[9]!];
    };
    const [x, y] = nose({});
    expect(nose({ yaw: 15 })[0]).toBeGreaterThan(x + 5);
    expect(nose({ pitch: 15 })[1]).toBeGreaterThan(y + 5);
    const { eyes } = renderSitter({ ...small, roll: 10 }).truth;
    const tilt = (Math.atan2(eyes[0].y - eyes[1].y, eyes[1].x - eyes[0].x) * 180) / Math.PI;
    expect(tilt).toBeCloseTo(10, 1);
  });

  it('opens the mouth by a quarter of the eye-to-chin length and shuts it wholly', () => {
    expect(renderSitter(small).truth.mouthGap).toBeLessThan(0.001);
    const open = renderSitter({ ...small, mouthOpen: 1 }).truth.mouthGap;
    const half = renderSitter({ ...small, mouthOpen: 0.5 }).truth.mouthGap;
    expect(open).toBeGreaterThan(0.18);
    expect(open).toBeLessThan(0.26);
    expect(half).toBeGreaterThan(0.4 * open);
    expect(half).toBeLessThan(0.7 * open);
  });

  it('is darker at a lower level and lit from the side it is told', () => {
    const cheeks = (changes: object): [number, number] => {
      const { image, truth } = renderSitter({ ...small, ...changes });
      const y = Math.round((truth.geometry.eyeY + truth.geometry.chinY) / 2);
      return truth.eyes.map((eye) => image.data[(y * image.width + Math.round(eye.x)) * 4 + 1]!) as [
        number,
        number
      ];
    };
    const [left, right] = cheeks({});
    expect(Math.abs(left - right)).toBeLessThan(15);
    expect(cheeks({ light: { level: 0.1 } })[0]).toBeLessThan(left / 2);
    const [lit, dark] = cheeks({ light: { direction: 'left', strength: 0.8 } });
    expect(lit).toBeGreaterThan(1.5 * dark);
    const [darker, brighter] = cheeks({ light: { direction: 'right', strength: 0.8 } });
    expect(brighter).toBeGreaterThan(1.5 * darker);
  });
});

describe('scenes', () => {
  it('has a wall with nobody before it', () => {
    const { data } = renderWall({ ...small, wall: { colour: [200, 210, 220], noise: 0 } });
    expect([...data.slice(0, 4)]).toEqual([200, 210, 220, 255]);
    expect(new Set(data.filter((_, i) => i % 4 === 1)).size).toBe(1);
  });

  it('has two people where there are two', () => {
    const image = renderTwoSitters({ ...small });
    const wall = renderWall({ ...small });
    const changed = (x: number): boolean => {
      const at = (Math.round(0.47 * 320) * 240 + Math.round(x * 240)) * 4;
      return (
        Math.abs(image.data[at]! - wall.data[at]!) > 5 ||
        Math.abs(image.data[at + 2]! - wall.data[at + 2]!) > 20
      );
    };
    expect([0.32, 0.72].map(changed)).toEqual([true, true]);
    expect(changed(0.03)).toBe(false);
  });
});
