import { describe, expect, it } from 'vitest';
import { utils, write } from '@e965/xlsx';
import { Crew, mostWorkers } from './crew';
import type { BulkItem } from './kept';
import type { MappedName } from './name-map';
import { Rate } from './rate';
import { failedSheet } from './report';
import { readNames } from './sheet';

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
