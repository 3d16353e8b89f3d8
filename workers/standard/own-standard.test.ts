import { beforeAll, describe, expect, it } from 'vitest';
import { NodeStudio } from '../studio/node-studio';
import { resolveStandard, StandardError, type PhotoChoice } from './resolve';
import type { PhotoStandard } from './standard';

/** A library card's photo that nobody asks for: no eye window, another size, a colour of its own. */
const own: PhotoStandard = {
  id: 'library-card',
  name: { en: 'Library card' },
  issuer: 'A library',
  source: 'made up for this test',
  date: '2026',
  trust: 'C',
  width: 300,
  height: 360,
  density: 200,
  bytes: { min: 10_000, max: 30_000 },
  minQuality: 50,
  windows: [{ of: 'headHeight', min: 190, max: 230, unit: 'px' }],
  backgrounds: ['#d0e8d0'],
  mayReplaceBackground: true,
  glasses: 'allowed',
  headwear: 'none'
};

let studio: NodeStudio;
beforeAll(async () => (studio = await NodeStudio.open({ width: 480, height: 640 })), 60_000);

/** Shot by the recipe, as its finished report and file. */
async function shot(standard: PhotoStandard) {
  const resolved = resolveStandard({ standard });
  const { answer } = await studio.shoot(resolved);
  const { findings } = answer.finishedReport!;
  const judged = Object.fromEntries(findings.map(({ id, value, verdict }) => [id, { value, verdict }]));
  return { resolved, photo: answer.photo!, judged };
}

describe('a standard of a unit’s own is one object', () => {
  it('by which the photo is made and judged, and by no other’s windows', async () => {
    const { photo, judged } = await shot(own);
    expect(photo).toMatchObject({ width: 300, height: 360, density: 200 });
    expect(photo.jpeg.length).toBeGreaterThanOrEqual(10_000);
    expect(photo.jpeg.length).toBeLessThanOrEqual(30_000);
    expect(judged['head.height']).toMatchObject({ verdict: 'pass' });
    for (const id of ['eyeLine.position', 'crown.position', 'face.width'])
      expect(judged).not.toHaveProperty(id);
    const { data } = await studio.pixelsOf(photo.jpeg);
    expect([0, 1, 2].map((c) => Math.abs(data[c]! - [0xd0, 0xe8, 0xd0][c]!) <= 4)).toEqual([
      true,
      true,
      true
    ]);
  });

  it('with lengths in millimetres of its print', async () => {
    const windows = [
      { of: 'headHeight', min: 18, max: 22, unit: 'mm' },
      { of: 'crown', min: 3, max: 6, unit: 'mm' }
    ] as const;
    const { resolved, judged } = await shot({ ...own, print: { width: 30, height: 36 }, windows });
    expect(resolved.windows).toMatchObject([
      { min: 180, max: 220 },
      { min: 30, max: 60 }
    ]);
    expect(judged['head.height']).toMatchObject({ verdict: 'pass' });
    expect(judged['crown.position']).toMatchObject({ verdict: 'pass' });
  });

  it('with a bound on one side only', async () => {
    const { resolved, photo, judged } = await shot({
      ...own,
      bytes: { max: 30_000 },
      windows: [{ of: 'eyeDistance', min: 60, unit: 'px' }]
    });
    expect(resolved.windows[0]).not.toHaveProperty('max');
    expect(judged['eyes.apart']!.verdict).toBe('pass');
    expect(judged['eyes.apart']!.value).toBeGreaterThanOrEqual(60);
    expect(photo.jpeg.length).toBeLessThanOrEqual(30_000);
  });

  it('with several sizes of one aspect', async () => {
    const { photo, resolved } = await shot({
      ...own,
      width: { min: 200, max: 360 },
      height: { min: 300 },
      aspect: 0.8,
      windows: []
    });
    expect(photo).toMatchObject({ width: 360, height: 450 });
    expect(resolved.accepts).toMatchObject({ width: { min: 200, max: 360 }, height: { min: 300 } });
  });
});

describe('a choice that cannot be met', () => {
  const wrong = (part: Partial<PhotoStandard>): PhotoChoice => ({ standard: { ...own, ...part } });
  it.each<[string, PhotoChoice, StandardError['code'], StandardError['part']]>([
    ['an unknown id', { standard: 'nobody' }, 'standard.unknown', 'standard'],
    ['a name of every object', { standard: 'toString' }, 'standard.unknown', 'standard'],
    ['its bytes turned round', wrong({ bytes: { min: 2, max: 1 } }), 'standard.invalid', 'standard'],
    [
      'the campaign’s bytes turned round',
      { standard: own, bytes: { min: 2, max: 1 } },
      'standard.invalid',
      'bytes'
    ],
    [
      'a window turned round',
      wrong({ windows: [{ of: 'crown', min: 20, max: 10, unit: 'px' }] }),
      'standard.invalid',
      'standard'
    ],
    [
      'a window without bounds',
      wrong({ windows: [{ of: 'crown', unit: 'px' }] }),
      'standard.invalid',
      'standard'
    ],
    [
      'millimetres of no print',
      wrong({ windows: [{ of: 'crown', min: 3, unit: 'mm' }] }),
      'standard.invalid',
      'standard'
    ],
    ['a colour that is none', wrong({ backgrounds: ['mauve'] }), 'standard.invalid', 'standard'],
    ['no background', wrong({ backgrounds: [] }), 'standard.invalid', 'standard'],
    [
      'a colour where the own one stays',
      { standard: 'icao-9303', background: 'white' },
      'standard.invalid',
      'background'
    ],
    ['a background of another', { standard: own, background: 'red' }, 'standard.invalid', 'background'],
    ['several sizes, no aspect', wrong({ width: { min: 1, max: 9 } }), 'standard.invalid', 'standard'],
    ['no size of its aspect', wrong({ width: { max: 100 }, aspect: 1 }), 'standard.invalid', 'standard'],
    ['a width turned round', wrong({ width: { min: 9, max: 8 }, aspect: 1 }), 'standard.invalid', 'standard']
  ])('is refused: %s', (_, choice, code, part) => {
    let thrown: unknown;
    try {
      resolveStandard(choice);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(StandardError);
    expect(thrown).toMatchObject({ code, part });
  });
});
