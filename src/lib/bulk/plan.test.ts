import { describe, expect, it } from 'vitest';
import type { ListedStudent } from '$lib/api/contracts/bulk';
import { foundAgain } from './again';
import { NameMap, type MappedName } from './name-map';
import { kindOf, numbersIn } from './names';
import { candidatesOf, plan } from './plan';

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
