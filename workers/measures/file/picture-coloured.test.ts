import { expect, it } from 'vitest';
import { lumaAt } from '../../image/luminance';
import { measuredSitter } from '../../studio/measured';
import { skinTones } from '../../studio/options';
import { Scene } from '../scene';
import { pictureColoured } from './picture-coloured';

const colours = (sitter: ReturnType<typeof measuredSitter>) => pictureColoured.value(new Scene(sitter))!;

/** The same in black and white. */
function grey(sitter: ReturnType<typeof measuredSitter>) {
  const image = { ...sitter.image, data: sitter.image.data.slice() };
  for (let at = 0; at < image.data.length; at += 4)
    image.data.fill(Math.round(lumaAt(sitter.image, at)), at, at + 3);
  return { ...sitter, image };
}

it.each(skinTones)('tells black and white from a sitter in grey before a grey wall, on %s skin', (skin) => {
  const sitter = measuredSitter({
    skin,
    clothing: { colour: [40, 40, 42] },
    wall: { colour: [220, 220, 222] }
  });
  expect(colours(sitter)).toBeGreaterThan(3);
  expect(colours(grey(sitter))).toBeLessThan(0.5);
});
