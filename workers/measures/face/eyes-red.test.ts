import { expect, it } from 'vitest';
import { landmark } from '../../face/face';
import { leftIris, rightIris } from '../../face/parts';
import { measuredSitter } from '../../studio/measured';
import { skinTones } from '../../studio/options';
import { Scene } from '../scene';
import { eyesRed } from './eyes-red';

/** With both pupils as a flash beside the lens makes them glow. */
function flashed(skin: (typeof skinTones)[number]) {
  const sitter = measuredSitter({ width: 480, height: 640, skin });
  const { data, width } = sitter.image;
  for (const iris of [rightIris, leftIris]) {
    const { x, y } = landmark(sitter.faces[0]!, iris);
    for (let dy = -2; dy <= 2; dy++)
      for (let dx = -2; dx <= 2; dx++)
        data.set([190, 48, 52], 4 * ((Math.round(y) + dy) * width + Math.round(x) + dx));
  }
  return sitter;
}

it.each(skinTones)('tells pupils that glow red from eyes as they are, on %s skin', (skin) => {
  expect(eyesRed.value(new Scene(flashed(skin)))).toBeGreaterThan(0.6);
  for (const eyesOpen of [0, 1])
    expect(eyesRed.value(new Scene(measuredSitter({ width: 480, height: 640, skin, eyesOpen })))).toBe(0);
});
