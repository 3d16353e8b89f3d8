import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read, type CellObject } from '@e965/xlsx';
import { makeZip } from 'client-zip';
import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { layouts } from '$lib/api/export-layout';
import { folderFiles } from '../files/folder';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import type { SqlDatabase, SqlValue } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { submissionStore, type SubmissionStore } from '../store/submissions';
import { finishedFile } from '../testing/photo';
import { sampleSubmission } from '../testing/submission';
import { exportZip, type ExportParts } from './export/zip';
import { countExportable, leftOutOf } from '../store/exportable';
import { readList } from './list/read';
import { saveList } from '../store/student-list';

const campaign = parseCampaign(sampleCampaign);
let folder: string;
let db: SqlDatabase;
let store: SubmissionStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-unit-'));
  db = await openSqlite(join(folder, 'unit.db'));
  store = submissionStore(db);
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
async function approved(photo: Uint8Array, studentNumber: string, name: string): Promise<string> {
  const submission = sampleSubmission({
    photoSha256: sha256(photo),
    photoBytes: photo.length,
    campaign: campaign.code,
    studentNumber,
    name
  });
  const { id } = submission;
  await store.add(submission);
  await store.claim(id, 'reviewer:anna', '');
  await store.change({ id, from: 'inReview', to: 'approved', who: 'reviewer:anna' });
  return id;
}

/** A student's photo, with its file. */
async function whole(seed: number, studentNumber: string, name: string) {
  const photo = await finishedFile(seed);
  await (await folderFiles(join(folder, 'photos'))).put(sha256(photo), photo);
  return approved(photo, studentNumber, name);
}

it('exports each approved student once, byte for byte, with a list that fits', async () => {
  const files = await folderFiles(join(folder, 'photos'));
  const photos = [await finishedFile(1), await finishedFile(2), await finishedFile(3)] as const;
  for (const photo of photos) await files.put(sha256(photo), photo);
  await approved(photos[0], '2022310002', '林晓');
  await approved(photos[1], '2022310001', '=SUM(1,2)');
  await approved(photos[2], '2022310002', '林晓');
  const lost = await approved(new Uint8Array([1]), '2022310009', '无照');
  const missing: string[] = [];
  const exported = async (undoSeconds: number) => {
    const { review } = campaign;
    const policy = { ...campaign, review: { ...review, undoSeconds } };
    const zip = await new Response(
      exportZip({ db, files, campaign: policy, missing: (id) => missing.push(id) })
    ).arrayBuffer();
    return new Map(Object.entries(unzipSync(new Uint8Array(zip))));
  };
  // Just approved, and not for good yet.
  expect([...(await exported(10)).keys()]).toEqual(['10000.csv', '10000.xlsx', 'SHA256SUMS.txt']);
  expect(await countExportable(db, { campaign: campaign.code }, 10, 100)).toBe(0);
  const entries = await exported(0);
  expect([...entries.keys()]).toEqual([
    '10000/2022310001.jpg',
    '10000/2022310002.jpg',
    '10000.csv',
    '10000.xlsx',
    '10000-未导出.csv',
    '10000-未导出.xlsx',
    'SHA256SUMS.txt'
  ]);
  expect(sha256(entries.get('10000/2022310001.jpg')!)).toBe(sha256(photos[1]));
  expect(sha256(entries.get('10000/2022310002.jpg')!)).toBe(sha256(photos[2]));
  expect(missing).toEqual([lost]);
  // Whose file is gone is told in the ZIP and at the console, and no longer counted.
  const leftOut = parse(Buffer.from(entries.get('10000-未导出.csv')!), { bom: true, columns: true });
  expect(leftOut).toMatchObject([{ 学号: '2022310009', 姓名: '无照' }]);
  expect(await leftOutOf(db, campaign.code, 0, 9)).toEqual([
    { id: lost, studentNumber: '2022310009', why: 'photo' }
  ]);
  expect(await countExportable(db, { campaign: campaign.code }, 0, 100)).toBe(2);
  expect(await countExportable(db, { campaign: campaign.code }, 0, 1)).toBe(1);
  await files.put(sha256(new Uint8Array([1])), new Uint8Array([1]));
  expect((await exported(0)).has('10000/2022310009.jpg')).toBe(true);
  expect(await leftOutOf(db, campaign.code, 0, 9)).toEqual([]);
  // A file that is not what was approved is not exported under its name.
  const swapped = join(folder, 'photos', sha256(photos[1]).slice(0, 2), `${sha256(photos[1])}.jpg`);
  await writeFile(swapped, photos[2]);
  expect((await exported(0)).has('10000/2022310001.jpg')).toBe(false);
  await writeFile(swapped, photos[1]);
  const csv = parse(Buffer.from(entries.get('10000.csv')!), { bom: true, columns: true });
  expect(csv).toMatchObject([
    { 院校代码: '10000', 学号: '2022310001', 姓名: "'=SUM(1,2)", 文件名: '10000/2022310001.jpg' },
    { 学号: '2022310002', 姓名: '林晓', 字节数: String(photos[2].length), 'SHA-256': sha256(photos[2]) }
  ]);
});

const entriesOf = async (given: Partial<ExportParts> = {}) => {
  const files = await folderFiles(join(folder, 'photos'));
  const policy = { ...campaign, review: { ...campaign.review, undoSeconds: 0 } };
  const zip = await new Response(exportZip({ db, files, campaign: policy, ...given })).arrayBuffer();
  return unzipSync(new Uint8Array(zip));
};

const photosOf = (entries: Record<string, Uint8Array>) =>
  Object.keys(entries).filter((name) => name.endsWith('.jpg'));

it('imports what it exports without loss, from CSV and from XLSX', async () => {
  const students = [
    { studentNumber: '-1-1-2022', name: '林晓', class: '软件1班' },
    { studentNumber: '0220310001', name: '=SUM(1,2)', class: '+1班' },
    { studentNumber: '1E10', name: '@周 Lee', class: '' },
    { studentNumber: '123456789012345678', name: 'O\'Brien, "Ann"', class: '-班' },
    { studentNumber: 'a1b2', name: '𠮷田', class: '软件1班' },
    { studentNumber: 'A1B2', name: "'引号", class: '软件1班' }
  ];
  await saveList(db, campaign.code, [
    ...students,
    { studentNumber: '2022319999', name: '缺照片', class: '软件2班' }
  ]);
  for (const [index, one] of students.entries()) await whole(index, one.studentNumber, one.name);
  const entries = await entriesOf();
  const byNumber = (a: { studentNumber: string }, b: { studentNumber: string }) =>
    a.studentNumber < b.studentNumber ? -1 : 1;
  for (const name of ['10000.csv', '10000.xlsx']) {
    const list = await readList(entries[name]!);
    expect(list.skipped, name).toEqual([]);
    expect(list.students.sort(byNumber), name).toEqual([...students].sort(byNumber));
  }
  // Nothing in the workbook is a number or a formula, whatever it looks like.
  const sheet = read(entries['10000.xlsx']!, { dense: true }).Sheets.Sheet1!;
  const cells = (sheet['!data'] as CellObject[][]).flat();
  expect(new Set(cells.map(({ t }) => t))).toEqual(new Set(['s']));
  expect(cells.some(({ f }) => f !== undefined)).toBe(false);
  // Who is missing is named, with why.
  const left = parse(Buffer.from(entries['10000-未导出.csv']!), { bom: true, columns: true });
  expect(left).toEqual([
    { 学号: '2022319999', 姓名: '缺照片', 班级: '软件2班', 原因: '在名单上，未提交照片' }
  ]);
  // Every entry but the manifest is in the manifest, and is what it says.
  const sums = new TextDecoder().decode(entries['SHA256SUMS.txt']).trimEnd().split('\n');
  expect(sums).toEqual(
    Object.entries(entries)
      .filter(([name]) => name !== 'SHA256SUMS.txt')
      .map(([name, content]) => `${sha256(content)}  ${name}`)
  );
  // Names that Windows cannot tell apart are not there.
  const names = Object.keys(entries).map((name) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

it('exports a class by itself, where the layout says, and what is new', async () => {
  await saveList(db, campaign.code, [
    { studentNumber: '2022310001', name: '林晓', class: 'CON' },
    { studentNumber: '2022310002', name: '周晓明', class: '软件/2班. ' },
    { studentNumber: '2022310003', name: '李雷', class: 'CON' }
  ]);
  await whole(1, '2022310001', '林晓');
  await whole(2, '2022310002', '周晓明');
  const layout = layouts.class;
  const wanted = { class: 'CON', fresh: true };
  const one = await entriesOf({ wanted, layout });
  expect(photosOf(one)).toEqual(['10000/_CON/2022310001.jpg']);
  expect(new TextDecoder().decode(one['10000-未导出.csv'])).toContain('2022310003');
  const count = (given: object) => countExportable(db, { campaign: campaign.code, ...given }, 0, 100);
  expect(await Promise.all([count({}), count({ fresh: true }), count(wanted)])).toEqual([2, 1, 0]);
  expect(photosOf(await entriesOf({ wanted: { fresh: true }, layout }))).toEqual([
    '10000/软件_2班/2022310002.jpg'
  ]);
  expect(photosOf(await entriesOf({ wanted: { fresh: true }, layout }))).toEqual([]);
  // A later photo of the same student is new again; a download that breaks off hands nothing over.
  await whole(3, '2022310001', '林晓');
  const broken = exportZip({ db, files: await folderFiles(join(folder, 'photos')), campaign });
  await Promise.allSettled([broken.cancel('gone')]);
  const again = photosOf(await entriesOf({ wanted: { fresh: true }, layout }));
  expect(again).toEqual(['10000/_CON/2022310001.jpg']);
  expect(photosOf(await entriesOf({ layout })).length).toBe(2);
});

it('undoes no verdict on a photo that an export under way has taken, and takes none that was undone', async () => {
  const ids = [await whole(1, '2022310001', '甲'), await whole(2, '2022310002', '乙')];
  const undo = (id: string) => store.undo(id, 'reviewer:anna', 0);
  await db.run("UPDATE submission SET changed_at = '2020-01-01T00:00:00.000Z'");
  const kept = await folderFiles(join(folder, 'photos'));
  const outcomes: boolean[] = [];
  // While the first photo is read, both verdicts are taken back.
  const files = {
    ...kept,
    async get(hash: string) {
      if (!outcomes.length) for (const id of ids) outcomes.push(await undo(id));
      return kept.get(hash);
    }
  };
  expect(photosOf(await entriesOf({ files }))).toHaveLength(2);
  expect(outcomes).toEqual([false, false]);
  // A verdict that is taken back while the rows are being read is of no photo in the ZIP.
  await db.run('UPDATE submission SET exported_at = NULL, export_until = NULL');
  const reading: SqlDatabase = {
    ...db,
    async all<Row>(sql: string, params?: readonly SqlValue[]) {
      const rows = await db.all<Row>(sql, params);
      if (sql.includes('photo_sha256') && !outcomes[2]) outcomes.push(await undo(ids[0]!));
      return rows;
    }
  };
  expect(photosOf(await entriesOf({ db: reading }))).toEqual(['10000/2022310002.jpg']);
  expect(outcomes[2]).toBe(true);
});

const sheet = (rows: readonly (readonly (string | number)[])[]) =>
  rows
    .map((row, y) => {
      const cells = row.map((cell, x) => {
        const at = `${'ABC'[x]}${y + 1}`;
        return typeof cell === 'number'
          ? `<c r="${at}"><v>${cell}</v></c>`
          : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
      });
      return `<row r="${y + 1}">${cells.join('')}</row>`;
    })
    .join('');

/** The smallest workbook that spreadsheets open. */
async function workbook(rows: readonly (readonly (string | number)[])[]): Promise<Uint8Array> {
  const ns = 'http://schemas.openxmlformats.org';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = `xmlns="${ns}/spreadsheetml/2006/main"`;
  const relations = (type: string, target: string) =>
    `${head}<Relationships xmlns="${ns}/package/2006/relationships"><Relationship Id="r1" Type="${ns}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const zip = makeZip([
    {
      name: '[Content_Types].xml',
      input: `${head}<Types xmlns="${ns}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`
    },
    { name: '_rels/.rels', input: relations('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      input: `${head}<workbook ${main} xmlns:r="${ns}/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>`
    },
    { name: 'xl/_rels/workbook.xml.rels', input: relations('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      input: `${head}<worksheet ${main}><sheetData>${sheet(rows)}</sheetData></worksheet>`
    }
  ]);
  return new Uint8Array(await new Response(zip).arrayBuffer());
}

const rows = [
  ['姓名', '学号', '班级'],
  ['林晓', 2022310001, '软件1班'],
  ['周晓明', '2022310002', ''],
  ['李', '1', ''],
  ['', '2022310003', ''],
  ['周晓明', '2022310002', '']
] as const;
const expected = {
  students: [
    { studentNumber: '2022310001', name: '林晓', class: '软件1班' },
    { studentNumber: '2022310002', name: '周晓明', class: '' }
  ],
  skipped: [
    { line: 4, why: 'number' },
    { line: 5, why: 'name' },
    { line: 6, why: 'twice' }
  ]
};

it('reads a list from a workbook, from UTF-8 and from GB 18030, and refuses what is none', async () => {
  expect(await readList(await workbook(rows))).toEqual(expected);
  const csv = rows.map((row) => row.join(',')).join('\r\n');
  expect(await readList(Buffer.from(`\ufeff${csv}`))).toEqual(expected);
  // 学号,姓名 / 2022310001,林晓 in GB 18030.
  const gb = Buffer.from('d1a7bac52cd0d5c3fb0d0a323032323331303030312cc1d6cffe0d0a', 'hex');
  expect((await readList(gb)).students).toEqual([{ studentNumber: '2022310001', name: '林晓', class: '' }]);
  const files = [
    [Buffer.from('a,b\n1,2'), 'list.columns'],
    [Buffer.from('PK\x03\x04 no zip'), 'list.unreadable'],
    [Buffer.alloc(0), 'list.columns']
  ] as const;
  for (const [file, code] of files) await expect(readList(file)).rejects.toMatchObject({ code });
});

it('holds submissions against the list, and takes their class from it, before and after', async () => {
  const photo = await finishedFile(1);
  await approved(photo, '2022310001', '林晓');
  await approved(photo, '2022310002', '别人');
  await approved(photo, '2022310077', '没有');
  expect(await saveList(db, campaign.code, expected.students)).toEqual({
    students: 2,
    notListed: 1,
    otherName: 1
  });
  const later = await approved(photo, '2022310001', '林晓');
  const classes = await db.all<{ id: string; class: string }>(
    "SELECT id, class FROM submission WHERE student_number = '2022310001'"
  );
  expect(classes.map((row) => row.class)).toEqual(['软件1班', '软件1班']);
  expect(classes.map(({ id }) => id)).toContain(later);
  await saveList(db, campaign.code, []);
  expect(await db.all('SELECT * FROM student')).toEqual([]);
});
