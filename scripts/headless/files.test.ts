import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { standards } from '../../workers/standard/catalogue';
import { parseCommand, UsageError } from './arguments';
import { listFiles, outputNames } from './files';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('listFiles', () => {
  it('walks folders in name order, keeps pictures only, and names them from the given folder', async () => {
    await mkdir(join(folder, 'sub'));
    // The fourth is macOS' own file beside the third.
    for (const name of ['b.png', 'a.JPG', 'sub/c.webp', 'sub/._c.webp', 'notes.txt'])
      await writeFile(join(folder, name), 'x');
    const files = await listFiles([folder]);
    expect(files.map(({ name }) => name)).toEqual(['a.JPG', 'b.png', 'sub/c.webp']);
  });

  it('takes a file named outright whatever it is called', async () => {
    await writeFile(join(folder, 'photo.dat'), 'x');
    const files = await listFiles([join(folder, 'photo.dat')]);
    expect(files).toEqual([{ path: join(folder, 'photo.dat'), name: 'photo.dat' }]);
  });

  it('refuses a path that is not there', async () => {
    await expect(listFiles([join(folder, 'none.jpg')])).rejects.toThrow(UsageError);
  });
});

describe('outputNames', () => {
  it('never gives two inputs the same name', () => {
    const files = ['a.jpg', 'a.png', 'A.webp', 'sub/a.jpg'].map((name) => ({ name, path: name }));
    expect(outputNames(files)).toEqual(['a', 'a-2', 'A-3', 'sub/a']);
  });
});

describe('parseCommand', () => {
  const photo = (...more: string[]) => parseCommand(['photo', 'a.jpg', '--out', 'o', ...more]);

  it('takes every standard of the catalogue, with each of its backgrounds', () => {
    for (const { id, backgrounds, mayReplaceBackground } of standards) {
      expect(photo('--standard', id)).toMatchObject({ options: { standard: { id } } });
      if (backgrounds === 'asIs' || !mayReplaceBackground) continue;
      for (const name of backgrounds)
        expect(photo('--standard', id, '--background', name)).toMatchObject({
          options: { standard: { background: { name } } }
        });
    }
  });

  it('tells what there is when a name is wrong', () => {
    expect(() => photo('--standard', 'nobody')).toThrow('us-visa');
    expect(() => photo('--standard', 'law', '--background', 'green')).toThrow('white, blue, red');
  });

  it('takes the standard’s own background unless told', () => {
    const command = parseCommand([
      'photo',
      'a.jpg',
      '--out',
      'o',
      '--standard',
      'xj-zikao',
      '--emit',
      'alpha'
    ]);
    expect(command).toMatchObject({
      options: {
        standard: { id: 'xj-zikao', background: { name: 'white' } },
        emit: { alpha: true, overlay: false }
      }
    });
  });

  it.each([
    [[]],
    [['frobnicate']],
    [['photo', 'a.jpg']],
    [['photo', '--out', 'o']],
    [['photo', 'a.jpg', '--out', 'o', '--standard', 'none']],
    [['photo', 'a.jpg', '--out', 'o', '--background', 'toString']],
    [['photo', 'a.jpg', '--out', 'o', '--emit', 'mask']],
    [['decode', 'a.png', '--jobs', '0']],
    [['decode', 'a.png', '--colour', 'red']]
  ])('refuses %j', (argv) => {
    expect(() => parseCommand(argv)).toThrow(UsageError);
  });
});
