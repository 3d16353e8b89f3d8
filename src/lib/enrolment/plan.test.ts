import { zipSync, strToU8 } from 'fflate';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHash } from 'node:crypto';
import { zippedFiles } from '$lib/platform/zip';
import { meant, planEnrolment, type EnrolmentPlan } from './plan';

const picture = (level: number, width = 30, height = 40) =>
  sharp({ create: { width, height, channels: 3, background: { r: level, g: 90, b: 80 } } });
const hashOf = (file: Uint8Array) => createHash('sha256').update(file).digest('hex');

let one: Uint8Array;
let two: Uint8Array;
let png: Uint8Array;
beforeAll(async () => {
  one = new Uint8Array(await picture(10).jpeg().toBuffer());
  two = new Uint8Array(await picture(200).jpeg().toBuffer());
  png = new Uint8Array(await picture(120).png().toBuffer());
});

async function planOf(
  files: Record<string, Uint8Array>,
  there: Record<string, string | null>,
  change: (zip: Uint8Array) => void = () => undefined
): Promise<EnrolmentPlan> {
  const zip = zipSync(files);
  change(zip);
  const known = Object.entries(there).map(([studentNumber, photo]) => ({ studentNumber, photo }));
  return planEnrolment(meant(await zippedFiles(new Blob([new Uint8Array(zip)]))), known);
}
const short = ({ added, replaced, same, left }: EnrolmentPlan) => ({
  added: added.map(({ studentNumber }) => studentNumber),
  replaced: replaced.map(({ studentNumber }) => studentNumber),
  same,
  left: left.map(({ path, why }) => [path, why])
});

/** Puts other bytes of the same number wherever some text stands. */
function patch(zip: Uint8Array, text: string, bytes: readonly number[]): void {
  const wanted = strToU8(text);
  for (let at = 0; at < zip.length; at++)
    if (wanted.every((byte, index) => zip[at + index] === byte)) zip.set(bytes, at);
}

describe('a ZIP of enrolment photos', () => {
  it('is told by what it would change', async () => {
    const plan = await planOf(
      { '20200001.jpg': one, '20200002.jpg': two, '20200003.png': png, '20200009.jpg': one },
      { '20200001': null, '20200002': hashOf(one), '20200003': hashOf(png) }
    );
    expect(short(plan)).toEqual({
      added: ['20200001'],
      replaced: ['20200002'],
      same: 1,
      left: [['20200009.jpg', 'notListed']]
    });
    expect(new Uint8Array(await (await plan.added[0]!.open()).arrayBuffer())).toEqual(one);
  });

  it('may have folders, names in GBK, capitals, backslashes, and what systems leave behind', async () => {
    const plan = await planOf(
      {
        'ZZZZ/20200001.JPG': one,
        '2020\\Y\\20200002.Jpeg': two,
        'x/b2020003.jpg': one,
        '../../20200004.jpg': one,
        'y/20200005': two,
        '__MACOSX/ZZZZ/._20200001.JPG': strToU8('fork'),
        'ZZZZ/.DS_Store': strToU8('x'),
        'Thumbs.db': strToU8('x'),
        'x/desktop.ini': strToU8('x')
      },
      { '20200001': null, '20200002': null, B2020003: null, '20200004': null, '20200005': null },
      (zip) => patch(zip, 'ZZZZ', [0xc8, 0xed, 0xbc, 0xfe])
    );
    expect(short(plan)).toEqual({
      added: ['20200001', '20200002', 'B2020003', '20200004', '20200005'],
      replaced: [],
      same: 0,
      left: []
    });
    expect(plan.added[0]!.path).toBe('软件/20200001.JPG');
  });

  it('leaves what is no fit photo, by its name and reason', async () => {
    const bomb = new Uint8Array(await picture(1, 9000, 700).png().toBuffer());
    const plan = await planOf(
      {
        '20200001.jpg': strToU8('<html>'),
        '20200002.jpg': one.subarray(0, one.length - 40),
        '20200003.png': bomb,
        '20200004.jpg': new Uint8Array(1024 * 1024 + 1),
        'list.xlsx': strToU8('x'),
        'mine.jpg': one,
        '20200005.gif': strToU8('GIF89a'),
        '20200006.jpg': new Uint8Array()
      },
      Object.fromEntries([1, 2, 3, 4, 5, 6].map((at) => [`2020000${at}`, null]))
    );
    expect(short(plan)).toEqual({
      added: [],
      replaced: [],
      same: 0,
      left: [
        ['20200001.jpg', 'type'],
        ['20200002.jpg', 'corrupt'],
        ['20200003.png', 'pixels'],
        ['20200004.jpg', 'bytes'],
        ['list.xlsx', 'type'],
        ['mine.jpg', 'number'],
        ['20200005.gif', 'type'],
        ['20200006.jpg', 'corrupt']
      ]
    });
  });

  it('takes neither of two different photos of one number, and the same twice once', async () => {
    const known = { '20200001': null, '20200002': null };
    const plan = await planOf(
      { 'a/20200001.jpg': one, 'b/20200001.jpg': two, 'a/20200002.jpg': one, 'b/20200002.jpg': one },
      known
    );
    expect(short(plan)).toEqual({
      added: ['20200002'],
      replaced: [],
      same: 0,
      left: [
        ['a/20200001.jpg', 'twice'],
        ['b/20200001.jpg', 'twice']
      ]
    });
  });

  it('unpacks no more than it says, and goes on past what is damaged', async () => {
    const zeros = new Uint8Array(5_000_000);
    const plan = await planOf(
      { '20200001.jpg': zeros, '20200002.jpg': one },
      { '20200001': null, '20200002': null },
      (zip) => {
        const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
        for (let at = 0; at + 46 < zip.length; at++)
          if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) === zeros.length)
            view.setUint32(at + 24, 1000, true);
      }
    );
    expect(short(plan)).toEqual({
      added: ['20200002'],
      replaced: [],
      same: 0,
      left: [['20200001.jpg', 'unopened']]
    });
  });

  it('is refused where it is none', async () => {
    await expect(zippedFiles(new Blob([new Uint8Array(one)]))).rejects.toThrow();
  });
});
