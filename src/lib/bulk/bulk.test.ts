import { describe, expect, it } from 'vitest';
import { utils, write } from '@e965/xlsx';
import type { ListedStudent } from '$lib/api/contracts/bulk';
import { Crew, mostWorkers } from './crew';
import type { BulkItem } from './kept';
import { foundAgain } from './again';
import { NameMap, type MappedName } from './name-map';
import { kindOf, numbersIn } from './names';
import { candidatesOf, plan } from './plan';
import { Rate } from './rate';
import { failedSheet } from './report';
import { readNames } from './sheet';

const student = (studentNumber: string, there = false): [string, ListedStudent] => [
  studentNumber,
  { studentNumber, name: '林晓', class: '软件1班', there }
];
const file = (path: string) => ({ path, size: 1, modified: 0, problem: null });
const mapOf = (sheets: Record<string, [name: string, studentNumber: string][]>) => {
  const map = new NameMap();
  for (const [path, names] of Object.entries(sheets))
    map.add(
      path,
      names.map(([name, studentNumber]): MappedName => ({ name, studentNumber }))
    );
  return map;
};
const noMap = new NameMap();

describe('names of pictures', () => {
  it.each([
    ['2022310001.jpg', ['2022310001']],
    ['班级/2022310001.JPG', ['2022310001']],
    ['2022310001林晓.jpg', ['2022310001']],
    ['林晓-2022310001.jpeg', ['2022310001']],
    ['2022310001_林晓_软件1班.png', ['2022310001']],
    ['２０２２３１０００１.jpg', ['2022310001']],
    ['2022310001 (2).jpg', ['2022310001']],
    ['CS-2022-0001.jpg', ['CS-2022-0001', '2022', '0001']],
    ['20260501 2022310001.jpg', ['2022310001', '20260501']],
    ['林晓.jpg', []],
    ['portrait.jpg', []],
    ['a.b.2022310001.jpg', ['2022310001']],
    ['2022310001 张三.jpg', ['2022310001']],
    ['2022310001_1.jpg', ['2022310001']],
    ['2022310001(2).jpg', ['2022310001']],
    ['2022310001（２）.jpg', ['2022310001']],
    ['2022310001.林晓', ['2022310001']]
  ])('%s', (path, numbers) => {
    expect(numbersIn(path)).toEqual(numbers);
  });

  it.each([
    ['x/2022310001.jpg', 'picture'],
    ['IMG.HEIC', 'picture'],
    ['对照.xlsx', 'sheet'],
    ['x/._2022310001.jpg', 'litter'],
    ['__MACOSX/x/1.jpg', 'litter'],
    ['Thumbs.db', 'litter'],
    ['~$对照.xlsx', 'litter'],
    ['a/2022310001.CR2', 'raw'],
    ['1班.rar', 'archive'],
    ['2022310001', 'picture'],
    ['说明.docx', 'other'],
    ['README', 'other']
  ])('%s is a %s', (path, kind) => {
    expect(kindOf(path)).toBe(kind);
  });
});

describe('whose a picture is', () => {
  const listed = new Map([student('2022310001'), student('2022310002'), student('2022310003', true)]);
  const problems = (paths: string[], map = noMap) =>
    Object.fromEntries(plan(paths.map(file), map, listed).map((one) => [one.path, one.problem]));

  it('is told by the list, whatever else looks like a number', () => {
    expect(plan([file('20260501 2022310001.jpg')], noMap, listed)[0]).toMatchObject({
      studentNumber: '2022310001',
      problem: null
    });
    expect(plan([file('2022310002-20260501.jpg')], noMap, listed)[0]!.studentNumber).toBe('2022310002');
  });

  it('and why one is not taken up', () => {
    expect(
      problems(['b/2022310001.jpg', 'a/2022310001.png', '2022999999.jpg', '林.jpg', '2022310003.jpg'])
    ).toEqual({
      'a/2022310001.png': null,
      'b/2022310001.jpg': 'twice',
      '2022999999.jpg': 'notListed',
      '林.jpg': 'number',
      '2022310003.jpg': 'there'
    });
  });

  it('where there are several, by the one that has nothing but the number in its name', () => {
    expect(problems(['2022310001-重拍.jpg', '2022310001.jpg'])).toEqual({
      '2022310001.jpg': null,
      '2022310001-重拍.jpg': 'twice'
    });
  });

  it('is the sheet’s to say, before the name', () => {
    const map = mapOf({
      '对照.csv': [
        ['DSC_1.jpg', '2022310001'],
        ['dsc_2', '2022310002']
      ]
    });
    expect(candidatesOf('x/DSC_1.JPG', map)).toEqual(['2022310001']);
    expect(candidatesOf('DSC_2.png', map)).toEqual(['2022310002']);
    expect(problems(['DSC_1.jpg', 'DSC_2.jpg'], map)).toEqual({ 'DSC_1.jpg': null, 'DSC_2.jpg': null });
  });

  it('is not who a sheet of another folder means', () => {
    const map = mapOf({
      's/1班/对照.csv': [['DSC_1.jpg', '2022310001']],
      's/2班/对照.csv': [['DSC_1.jpg', '2022310002']]
    });
    expect(candidatesOf('s/1班/DSC_1.jpg', map)).toEqual(['2022310001']);
    expect(candidatesOf('s/2班/DSC_1.jpg', map)).toEqual(['2022310002']);
    // In a third folder either may be meant.
    expect(problems(['s/3班/DSC_1.jpg'], map)).toEqual({ 's/3班/DSC_1.jpg': 'sheet' });
  });

  it('is told by the folders that a sheet writes, and by none that it writes for another', () => {
    const map = mapOf({
      '对照.xlsx': [
        ['1班\\DSC_1.jpg', '2022310001'],
        ['2班/DSC_1.jpg', '2022310002'],
        ['2班/DSC_1.png', 'CS-9'],
        ['a.b.c', '2022310003']
      ]
    });
    expect(candidatesOf('1班/DSC_1.jpg', map)).toEqual(['2022310001']);
    expect(candidatesOf('shoot/2班/DSC_1.JPG', map)).toEqual(['2022310002']);
    expect(candidatesOf('2班.zip/DSC_1.jpg', map)).toEqual(['2022310002']);
    expect(candidatesOf('3班/DSC_1.jpg', map)).toEqual([]);
    expect(candidatesOf('x/a.b.c.jpg', map)).toEqual(['2022310003']);
  });

  it('is asked about where the name in the file is somebody else’s', () => {
    const two = new Map([student('2022310001'), student('2022310002')]);
    two.get('2022310002')!.name = '王伟';
    const problemOf = (path: string) =>
      plan([file(path), file('2022310002.png')], noMap, two).find((one) => one.path === path)!.problem;
    expect(problemOf('2022310001 王伟.jpg')).toBe('otherName');
    expect(problemOf('2022310001 林晓 软件1班.jpg')).toBeNull();
    expect(problemOf('2022310001 重拍.jpg')).toBeNull();
  });

  it('is told in capital letters too', () => {
    const capitals = new Map([student('CS20220001')]);
    expect(plan([file('cs20220001.jpg')], noMap, capitals)[0]).toMatchObject({
      studentNumber: 'CS20220001',
      problem: null
    });
  });

  it('is told by a picture that can be read, before one that cannot', () => {
    const planned = plan(
      [{ ...file('2022310001.psd'), problem: 'raw' }, file('2022310001 精修.jpg')],
      noMap,
      listed
    );
    expect(planned.map(({ path, problem }) => [path, problem])).toEqual([
      ['2022310001 精修.jpg', null],
      ['2022310001.psd', 'raw']
    ]);
  });
});

describe('a sheet of names', () => {
  const expected: MappedName[] = [
    { name: 'DSC_1.jpg', studentNumber: '2022310001' },
    { name: 'DSC_2', studentNumber: '2022310002' }
  ];
  const text =
    '影楼对照表\r\n序号,文件名,学号\r\n1,DSC_1.jpg,2022310001\r\n2,DSC_2,2022310002\r\n3,DSC_3.jpg,-\r\n';
  /** 文件名,学号 / a.jpg,2022310001 in GB 18030. */
  const gb = Uint8Array.from(
    'cec4bcfec3fb2cd1a7bac50a612e6a70672c323032323331303030310a'.match(/../g)!.map((hex) => parseInt(hex, 16))
  );

  it('is read with commas, tabs, a mark, and as a workbook', async () => {
    expect(await readNames('a.csv', new Blob([text]))).toEqual(expected);
    expect(await readNames('a.csv', new Blob([`\ufeff${text}`]))).toEqual(expected);
    expect(await readNames('a.txt', new Blob([text.replaceAll(',', '\t')]))).toEqual(expected);
    const book = utils.book_new();
    utils.book_append_sheet(book, utils.aoa_to_sheet([['说明']]), '说明');
    const rows = text.split('\r\n').map((line) => line.split(','));
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '对照');
    const made = write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer;
    expect(await readNames('a.xlsx', new Blob([made]))).toEqual(expected);
    expect(await readNames('a.csv', new Blob([gb]))).toEqual([
      { name: 'a.jpg', studentNumber: '2022310001' }
    ]);
  });

  it('also where a byte was lost, or without a mark in UTF-16', async () => {
    const text = '学号,照片文件\n2022310001,林晓.jpg\n2022310002,王伟.jpg\n';
    const bytes = new TextEncoder().encode(text);
    // Of the first name's first letter.
    const lost = bytes.filter(
      (_, at) => at !== new TextEncoder().encode(text.slice(0, text.indexOf('林'))).length
    );
    expect(await readNames('a.csv', new Blob([lost]))).toContainEqual({
      name: '王伟.jpg',
      studentNumber: '2022310002'
    });
    for (const wide of [Buffer.from(text, 'utf16le'), Buffer.from(text, 'utf16le').swap16()])
      expect(await readNames('a.csv', new Blob([wide]))).toContainEqual({
        name: '林晓.jpg',
        studentNumber: '2022310001'
      });
  });

  it('has its numbers in cells of numbers, long ones and ones with zeros before them', async () => {
    const book = utils.book_new();
    const sheet = utils.aoa_to_sheet([
      ['文件名', '学号'],
      ['a.jpg', 202231000123],
      ['b.jpg', 22310]
    ]);
    (sheet.B3 as { z: string }).z = '00000000';
    utils.book_append_sheet(book, sheet, '对照');
    const made = write(book, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer;
    expect(await readNames('a.xlsx', new Blob([made]))).toEqual([
      { name: 'a.jpg', studentNumber: '202231000123' },
      { name: 'b.jpg', studentNumber: '00022310' }
    ]);
  });

  it('and any other file is none', async () => {
    expect(await readNames('a.csv', new Blob(['学号,姓名\n2022310001,林晓\n']))).toBeNull();
    expect(await readNames('a.xlsx', new Blob(['no workbook']))).toBeNull();
    expect(await readNames('a.csv', new Blob([]))).toBeNull();
  });
});

describe('the number of workers', () => {
  /** Photos of a device on which so many workers finish `rates[count]` a second in all. */
  function settled(most: number, rates: Record<number, number>): number {
    const crew = new Crew(most, 0);
    let now = 0;
    for (let photo = 0; photo < 200; photo++) {
      now += 1000 / rates[crew.count]!;
      crew.done(now);
    }
    return crew.count;
  }

  it('grows while that pays, and goes back where it does not', () => {
    expect(settled(8, { 1: 1, 2: 1.8, 3: 2.5, 4: 2.6 })).toBe(3);
    expect(settled(8, { 1: 1, 2: 0.9 })).toBe(1);
    expect(settled(2, { 1: 1, 2: 1.8 })).toBe(2);
    expect(settled(1, { 1: 1 })).toBe(1);
  });

  it('is one fewer after a worker had no memory', () => {
    const crew = new Crew(8, 0);
    for (let photo = 1; crew.count < 3; photo++) crew.done((photo * 1000) / crew.count);
    crew.tooMany();
    expect(crew.count).toBe(2);
    crew.tooMany();
    crew.tooMany();
    expect(crew.count).toBe(1);
  });

  it('is bounded by cores and by memory', () => {
    expect(mostWorkers(8, 8)).toBe(6);
    expect(mostWorkers(8, 4)).toBe(3);
    expect(mostWorkers(2, 8)).toBe(2);
    expect(mostWorkers(8, 0.5)).toBe(1);
    expect(mostWorkers(16, undefined)).toBe(4);
  });
});

it('pictures of a run are known again where they lie now, if there is no doubt', () => {
  const source = (path: string, size = 1) => ({
    ...file(path),
    size,
    open: () => Promise.reject(new Error())
  });
  const known = ['s/a.jpg', 's/1/b.jpg', 's/2/b.jpg', 's/c.jpg', 's/d.jpg'].map(file);
  const again = ['s/a.jpg', 'b.jpg', 'photos/s/c.jpg'].map((path) => source(path));
  // The same name of another size is another picture.
  expect(foundAgain(known, [...again, source('s/d.jpg', 2)]).map(({ path }) => path)).toEqual([
    's/a.jpg',
    's/c.jpg'
  ]);
});

it('a rate is of the last photos, and none before there are some', () => {
  const rate = new Rate();
  expect(rate.done(0)).toBeNull();
  expect(rate.done(1000)).toBeNull();
  expect(rate.done(2000)).toBe(60);
  for (let photo = 1; photo <= 100; photo++) rate.done(2000 + photo * 500);
  expect(rate.done(52_500)).toBe(120);
  rate.pause();
  expect(rate.done(60_000)).toBeNull();
});

it('the sheet of what stays takes no cell for a formula', () => {
  const item = {
    path: '=1+1.jpg',
    studentNumber: '2022310001',
    name: '林"晓',
    className: '',
    reasons: ['a', 'b']
  };
  const sheet = failedSheet([item as BulkItem], {
    columns: ['文件', '学号', '姓名', '班级', '原因'],
    reason: (key) => key.toUpperCase()
  });
  expect(sheet).toBe(
    '\ufeff"文件","学号","姓名","班级","原因"\r\n"\'=1+1.jpg","2022310001","林""晓","","A; B"\r\n'
  );
});
