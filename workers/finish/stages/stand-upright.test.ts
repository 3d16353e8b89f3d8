import { describe, expect, it } from 'vitest';
import { landmarkCount, type Face } from '../../face/face';
import { chin, leftIris, rightIris } from '../../face/parts';
import { createImage, createPlane, type RgbaImage } from '../../image/image';
import { TurnedPicture, type Orientation } from '../../image/turned';
import { wholeOf, type Picture } from '../../image/picture';
import { plainKernels } from '../../kernels';
import { resolveStandard } from '../../standard/resolve';
import { pictureOf } from '../../studio/picture';
import type { Engines } from '../engines';
import { standUpright } from './stand-upright';

const standard = resolveStandard();
const size = { width: 60, height: 80 };
const eyes = 20;
const mouth = 40;

/** A sitter in plain colours: red eyes, a green chin, a body that goes out at the bottom. */
function sitter(): RgbaImage {
  const image = createImage(size.width, size.height);
  for (let y = 30; y < size.height; y++)
    for (let x = 10; x < 50; x++) image.data[(y * size.width + x) * 4 + 2] = 255;
  image.data[(eyes * size.width + 25) * 4] = 250;
  image.data[(eyes * size.width + 35) * 4] = 251;
  image.data[(mouth * size.width + 30) * 4 + 1] = 255;
  return image;
}

const pixels = (given: Picture | RgbaImage): RgbaImage =>
  'data' in given ? given : given.read(wholeOf(given));

/** Finds that face in any direction, or only where it leans less than `most` degrees. */
function engines(most = 181): Pick<Engines, 'findFaces' | 'segmentPerson' | 'kernels'> {
  const at = ({ data, width }: RgbaImage, c: number, level: number) => {
    const found = data.findIndex((value, i) => i % 4 === c && value === level) >> 2;
    return { x: found % width, y: Math.floor(found / width) };
  };
  return {
    kernels: plainKernels,
    findFaces(given) {
      const image = pixels(given);
      const [right, left, down] = [at(image, 0, 250), at(image, 0, 251), at(image, 1, 255)];
      const lean = Math.atan2((right.x + left.x) / 2 - down.x, down.y - (right.y + left.y) / 2);
      if (Math.abs(lean) * (180 / Math.PI) > most) return [];
      const landmarks = new Float32Array(landmarkCount * 3);
      for (let i = 0; i < landmarkCount; i++) {
        const near =
          i === chin ? down : i === leftIris ? left : i === rightIris ? right : (right.x + left.x) / 2;
        const point = typeof near === 'number' ? { x: near, y: (right.y + left.y) / 2 } : near;
        landmarks.set([point.x, point.y, 0], i * 3);
      }
      return [{ landmarks, matrix: new Float32Array(16) } satisfies Face];
    },
    segmentPerson(given) {
      const image = pixels(given);
      const mask = createPlane(image.width, image.height);
      mask.data.forEach((_, i) => (mask.data[i] = image.data[i * 4 + 2] === 255 ? 1 : 0));
      return mask;
    }
  };
}

describe('a file’s picture', () => {
  it('stays as it is where the sitter is upright', () => {
    const picture = pictureOf(sitter());
    const standing = standUpright(picture, standard, engines());
    expect(standing.picture).toBe(picture);
    expect(standing.turned).toBe(0);
  });

  it.each<[number, Orientation, number]>([
    [90, 8, 181],
    [180, 3, 181],
    [270, 6, 181],
    [90, 8, 30],
    [180, 3, 30],
    [270, 6, 30]
  ])(
    'is turned by %i degrees where it lies so (stored %i, faces found up to %i°)',
    (turned, stored, most) => {
      const lying = new TurnedPicture(pictureOf(sitter()), stored);
      const standing = standUpright(lying, standard, engines(most));
      expect(standing.turned).toBe(turned);
      expect(standing.found.faces).toHaveLength(1);
      expect(pixels(standing.picture)).toEqual(sitter());
    }
  );

  // As the face landmarker does; on the side it sees which way the head points.
  const reversed = (): ReturnType<typeof engines> => {
    const real = engines();
    const findFaces: Engines['findFaces'] = (given) =>
      real.findFaces(given).map((face) => {
        const at = (i: number) => face.landmarks.slice(i * 3, i * 3 + 3);
        if (at(chin)[1]! > at(leftIris)[1]! || Math.abs(at(leftIris)[1]! - at(rightIris)[1]!) > 5)
          return face;
        const landmarks = face.landmarks.slice();
        landmarks.set(at(leftIris), chin * 3);
        for (const i of [leftIris, rightIris]) landmarks.set(at(chin), i * 3);
        return { ...face, landmarks };
      });
    return { ...real, findFaces };
  };

  it.each<[number, Orientation]>([
    [0, 1],
    [90, 8],
    [180, 3],
    [270, 6]
  ])('is turned by %i degrees where one on the head is found upright', (turned, stored) => {
    const lying = new TurnedPicture(pictureOf(sitter()), stored);
    const standing = standUpright(lying, standard, reversed());
    expect(standing.turned).toBe(turned);
    expect(pixels(standing.picture)).toEqual(sitter());
    expect(standing.copy).toEqual(sitter());
  });

  it('stays as it is where nobody is on it', () => {
    const picture = pictureOf(createImage(50, 70));
    const none = { ...engines(), findFaces: () => [] };
    expect(standUpright(picture, standard, none)).toMatchObject({ turned: 0, picture });
  });
});
