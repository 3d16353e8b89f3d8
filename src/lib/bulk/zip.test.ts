import {
  BlobReader,
  BlobWriter,
  TextReader,
  ZipWriter,
  type ZipWriterConstructorOptions
} from '@zip.js/zip.js';
import { describe, expect, it } from 'vitest';
import { sourceOf } from './source';

type Contents = Record<string, string | Blob>;

async function zipOf(contents: Contents, options: ZipWriterConstructorOptions = {}): Promise<Blob> {
  const writer = new ZipWriter(new BlobWriter('application/zip'), { useWebWorkers: false, ...options });
  for (const [name, content] of Object.entries(contents))
    await writer.add(name, typeof content === 'string' ? new TextReader(content) : new BlobReader(content));
  return writer.close();
}

const sourceIn = (zip: BlobPart, name = 'shoot.zip') => sourceOf([new File([zip], name)]);
const pathsIn = async (zip: BlobPart) => (await sourceIn(zip)).pictures.map(({ path }) => path);

/** Bytes with every occurrence of some replaced by as many others. */
function replaced(bytes: Uint8Array<ArrayBuffer>, some: Buffer, others: Buffer): Uint8Array<ArrayBuffer> {
  const all = Buffer.from(bytes);
  for (let at = all.indexOf(some); at >= 0; at = all.indexOf(some, at + 1)) others.copy(all, at);
  return new Uint8Array(all);
}
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
/** Sets the method of compression (APPNOTE 4.4.5) in a ZIP's local and central headers. */
async function withMethod(zip: Blob, method: number): Promise<Uint8Array<ArrayBuffer>> {
  const all = Buffer.from(await bytesOf(zip));
  for (const [signature, offset] of [
    ['PK\x03\x04', 8],
    ['PK\x01\x02', 10]
  ] as const)
    for (let at = all.indexOf(signature, 0, 'latin1'); at >= 0; at = all.indexOf(signature, at + 1, 'latin1'))
      all.writeUInt16LE(method, at + offset);
  return new Uint8Array(all);
}

describe('a studio’s ZIP', () => {
  it('gives pictures in nested folders, and leaves aside what systems put there', async () => {
    const zip = await zipOf({
      '软件1班/甲组/2022310001.JPG': 'a',
      '软件1班/2022310002.jpg': 'b',
      '__MACOSX/软件1班/._2022310002.jpg': 'x',
      '软件1班/Thumbs.db': 'x',
      '软件1班/.DS_Store': 'x',
      '说明.docx': 'x'
    });
    const source = await sourceIn(zip);
    expect(source.pictures.map(({ path, problem }) => [path, problem])).toEqual([
      ['shoot.zip/软件1班/甲组/2022310001.JPG', null],
      ['shoot.zip/软件1班/2022310002.jpg', null]
    ]);
    expect(source.others).toBe(1);
    expect(await (await source.pictures[0]!.open()).text()).toBe('a');
  });

  it('has its names in GBK, and backslashes between folders', async () => {
    const zip = await bytesOf(await zipOf({ 'AAAA_2022310001.jpg': 'a' }));
    // 张三 in GBK
    const gbk = replaced(zip, Buffer.from('AAAA'), Buffer.from('d5c5c8fd', 'hex'));
    expect(await pathsIn(gbk)).toEqual(['shoot.zip/张三_2022310001.jpg']);
    const backslash = replaced(zip, Buffer.from('AAAA_'), Buffer.from('1ban\\'));
    expect(await pathsIn(backslash)).toEqual(['shoot.zip/1ban/2022310001.jpg']);
  });

  it('leads out of no folder by its names', async () => {
    const zip = await bytesOf(await zipOf({ 'AAA2022310001.jpg': 'a' }));
    expect(await pathsIn(replaced(zip, Buffer.from('AAA'), Buffer.from('../')))).toEqual([
      'shoot.zip/2022310001.jpg'
    ]);
  });

  it('may be a ZIP64, and hold a name twice', async () => {
    const zip = await bytesOf(await zipOf({ '2022310001.jpg': 'a', '2022310002.jpg': 'b' }, { zip64: true }));
    expect(await pathsIn(zip)).toHaveLength(2);
    expect(await pathsIn(replaced(zip, Buffer.from('310002.jpg'), Buffer.from('310001.jpg')))).toEqual([
      'shoot.zip/2022310001.jpg',
      'shoot.zip/2022310001 (2).jpg'
    ]);
  });

  it('may hold ZIPs, one for each class', async () => {
    const inner = await zipOf({ '2022310001.jpg': 'a' });
    const broken = (await bytesOf(inner)).slice(0, 60);
    const source = await sourceIn(
      await zipOf({ '1班.zip': inner, '2班.zip': new Blob([broken]), '3班.rar': 'x' })
    );
    expect(source.pictures.map(({ path, problem }) => [path, problem])).toEqual([
      ['shoot.zip/1班.zip/2022310001.jpg', null],
      ['shoot.zip/2班.zip', 'archive'],
      ['shoot.zip/3班.rar', 'archive']
    ]);
    expect(await (await source.pictures[0]!.open()).text()).toBe('a');
  });

  it('tells what is locked, alone or altogether', async () => {
    const locked = await zipOf({ '2022310001.jpg': 'a', '2022310002.jpg': 'b' }, { password: 'x' });
    await expect(sourceIn(locked)).rejects.toMatchObject({ code: 'bulk.encrypted', file: 'shoot.zip' });
    const writer = new ZipWriter(new BlobWriter(), { useWebWorkers: false });
    await writer.add('2022310001.jpg', new TextReader('a'));
    await writer.add('2022310002.jpg', new TextReader('b'), { password: 'x', zipCrypto: true });
    expect((await sourceIn(await writer.close())).pictures.map(({ problem }) => problem)).toEqual([
      null,
      'encrypted'
    ]);
  });

  it('tells what no browser can unpack', async () => {
    const source = await sourceIn(await withMethod(await zipOf({ '2022310001.jpg': 'a' }), 14));
    expect(source.pictures[0]!.problem).toBe('compression');
  });

  it('tells when it is cut short, split, or none', async () => {
    const zip = await bytesOf(await zipOf({ '2022310001.jpg': 'a'.repeat(5_000) }));
    for (const bytes of [
      zip.slice(0, zip.length - 30),
      zip.slice(0, 40),
      new Uint8Array(),
      Buffer.from('no ZIP')
    ])
      await expect(sourceIn(bytes)).rejects.toMatchObject({ code: 'bulk.zipBroken' });
    // The workbook in it is a ZIP, and whole.
    const inner = await zipOf({ 'xl/a.xml': 'x' });
    const outer = await bytesOf(
      await zipOf({ 'a.jpg': 'x', '对照.xlsx': inner, 'b.jpg': 'y'.repeat(9_000) }, { level: 0 })
    );
    await expect(sourceIn(outer.slice(0, 3_000))).rejects.toMatchObject({ code: 'bulk.zipBroken' });
    const split = Buffer.from(zip);
    // The number of this part, in the end of the list of contents (APPNOTE 4.3.16).
    split.writeUInt16LE(1, zip.length - 18);
    await expect(sourceIn(split)).rejects.toMatchObject({ code: 'bulk.zipSplit' });
  });

  it('gives no picture of which bytes have changed', async () => {
    const zip = await bytesOf(await zipOf({ '2022310001.jpg': 'picture' }, { level: 0 }));
    const source = await sourceIn(replaced(zip, Buffer.from('picture'), Buffer.from('pictore')));
    await expect(source.pictures[0]!.open()).rejects.toThrow();
  });
});

it('a camera’s own file beside its JPEG is left aside, and told where it is alone', async () => {
  const files = ['2022310001.CR2', '2022310001.jpg', '2022310002.NEF', '2022310003', '张三'];
  const source = await sourceOf(files.map((name) => new File(['x'], name)));
  expect(source.pictures.map(({ path, problem }) => [path, problem])).toEqual([
    ['2022310001.jpg', null],
    ['2022310002.NEF', 'raw'],
    ['2022310003', null]
  ]);
  expect(source.others).toBe(2);
});
