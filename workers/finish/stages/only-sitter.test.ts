import { expect, it } from 'vitest';
import { labelNames, labelSide, type Label, type Labels } from '../../face/labels';
import { createImage, createPlane, type Plane } from '../../image/image';
import { tidy } from '../../matte/tidy';
import { onlySitter } from './only-sitter';

const size = { width: 480, height: 640 };
const face = { x: 240, y: 250, chinY: 400, left: 165, right: 315 };
type Where = (x: number, y: number) => boolean;
const oval =
  (cx: number, cy: number, rx: number, ry: number): Where =>
  (x, y) =>
    ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1;
const box =
  (left: number, top: number, right: number, bottom: number): Where =>
  (x, y) =>
    x >= left && x < right && y >= top && y < bottom;

/** Something on the picture: what it is, whether the coarse mask takes it for the sitter, and its colour. */
interface Part {
  where: Where;
  label: Label;
  masked?: number;
  colour?: number;
}

const sitter: Part[] = [
  { where: oval(240, 240, 110, 150), label: 'hair', colour: 30 },
  { where: oval(240, 290, 76, 115), label: 'face', colour: 200 },
  { where: box(205, 390, 275, 480), label: 'body', colour: 190 },
  { where: (x, y) => y > 440 + 0.4 * Math.max(0, Math.abs(x - 240) - 40), label: 'clothes', colour: 60 }
];

/** The last part that lies at a place is seen there. */
function drawn(parts: readonly Part[]) {
  const partAt = (x: number, y: number) => parts.findLast(({ where }) => where(x, y));
  const image = createImage(size.width, size.height);
  const mask = createPlane(size.width, size.height);
  for (let at = 0; at < mask.data.length; at++) {
    const part = partAt(at % size.width, Math.floor(at / size.width));
    mask.data[at] = part ? (part.masked ?? 1) : 0;
    image.data.fill(part?.colour ?? 230, at * 4, at * 4 + 3);
  }
  const window = { x: -60, y: 0, width: 600, height: 600 };
  const planes = Object.fromEntries(
    labelNames.map((name) => [name, new Uint8Array(labelSide ** 2)])
  ) as Record<Label, Uint8Array<ArrayBuffer>>;
  for (let at = 0; at < labelSide ** 2; at++) {
    const [x, y] = [at % labelSide, Math.floor(at / labelSide)].map((i) => ((i + 0.5) * 600) / labelSide);
    planes[partAt(x! - 60, y!)?.label ?? 'background'][at] = 255;
  }
  return { image, mask, labels: { window, planes } satisfies Labels };
}

function kept(parts: readonly Part[], labelled = true) {
  const { image, mask, labels } = drawn(parts);
  return onlySitter(image, mask, labelled ? labels : null, face);
}

const meanIn = ({ data }: Pick<Plane, 'data'>, where: Where): number => {
  let [sum, count] = [0, 0];
  data.forEach((value, at) => {
    if (!where(at % size.width, Math.floor(at / size.width))) return;
    sum += value;
    count++;
  });
  return sum / count;
};

it('leaves the mask as it is without labels', () => {
  const { mask, coarse, removed } = kept(sitter, false);
  expect(mask).toBe(coarse);
  expect(removed).toBeUndefined();
});

it('keeps all of a sitter who is alone', () => {
  const { mask, coarse, removed } = kept(sitter);
  expect(removed).not.toContain(1);
  expect(meanIn(mask, () => true)).toBeCloseTo(
    meanIn(coarse, () => true),
    2
  );
});

it.each([
  ['a person behind', 40, 0.8],
  ['a person close behind, whose face touches', 375, 1]
])('drops %s, with hair and clothes', (_, x, scale) => {
  const their = (rx: number, ry: number, dy = 0) => oval(x, 260 + dy, rx * scale, ry * scale);
  const behind: Part[] = [
    { where: their(90, 130, -20), label: 'hair', colour: 40 },
    { where: box(x - 30, 340, x + 30, 420), label: 'body', colour: 175 },
    { where: box(x - 110, 400, x + 110, 640), label: 'clothes', colour: 140 },
    { where: their(76, 115), label: 'face', colour: 180 }
  ];
  const alone = kept(sitter);
  const { mask, removed } = kept([...behind, ...sitter]);
  expect(meanIn(mask, oval(x < 240 ? 25 : 440, 260, 30, 50))).toBe(0);
  expect(meanIn(mask, box(x < 240 ? 0 : 450, 402, x < 240 ? 40 : 480, 414))).toBeLessThan(0.1);
  // The sitter's own face, hair and chest are whole.
  for (const own of [oval(240, 240, 85, 140), box(200, 390, 280, 640)])
    expect(meanIn(mask, own)).toBeGreaterThan(meanIn(alone.mask, own) - 0.01);
  expect(removed).toContain(1);
});

it.each([
  ['the pole of a flag that touches the shoulder', box(395, 100, 420, 520)],
  ['a chair back behind the shoulder', box(0, 430, 110, 640)]
])('drops %s, which the mask has and the labels know as background', (_, where) => {
  const { mask, coarse, removed } = kept([{ where, label: 'background', colour: 90 }, ...sitter]);
  const seen: Where = (x, y) => where(x, y) && y < 480;
  const alone = kept(sitter);
  expect(meanIn(coarse, seen)).toBeGreaterThan(meanIn(alone.mask, seen) + 0.2);
  expect(meanIn(mask, seen)).toBeCloseTo(meanIn(alone.mask, seen), 1);
  expect(removed).toContain(1);
});

it('takes in a bun that the mask does not see', () => {
  const bun = oval(240, 62, 45, 34);
  const { mask, hair } = kept([...sitter, { where: bun, label: 'hair', masked: 0.1, colour: 30 }]);
  expect(meanIn(mask, bun)).toBeGreaterThan(0.95);
  expect(hair![62 * size.width + 240]).toBe(1);
});

it('keeps hair that only a thin strand joins, and hair just apart; not another thing', () => {
  const bun = oval(240, 40, 30, 24);
  const thread = box(239, 60, 240, 100);
  const strand = box(355, 200, 358, 260);
  const parts: Part[] = [
    ...sitter,
    { where: bun, label: 'hair', colour: 30 },
    { where: strand, label: 'hair', colour: 30 }
  ];
  const matte = () => {
    const { mask } = drawn(parts);
    mask.data.forEach((_, at) => {
      if (thread(at % size.width, Math.floor(at / size.width))) mask.data[at] = 0.3;
    });
    return mask;
  };
  const [known, unknown] = [matte(), matte()];
  tidy(known, { x: 240, y: 290 }, 100, { hair: kept(parts).hair });
  tidy(unknown, { x: 240, y: 290 }, 100);
  for (const where of [bun, strand]) {
    expect(meanIn(known, where)).toBeGreaterThan(0.9);
    expect(meanIn(unknown, where)).toBe(0);
  }
});
