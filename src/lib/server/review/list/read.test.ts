import { CFB, utils, write, type WorkSheet } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readList, type ReadList } from './read';

const text = (content: string) => Buffer.from(content);
const utf16 = (content: string) => Buffer.from(`\ufeff${content}`, 'utf16le');
/** 学号,姓名,班级 / 2022310001,林晓,软件1班 / 2022310002,周明,软件1班, by hand in GB 18030. */
const gbHead = 'd1a7bac52cd0d5c3fb2cb0e0bcb60d0a';
const gb = Buffer.from(
  `${gbHead}323032323331303030312cc1d6cffe2cc8edbcfe31b0e00d0a323032323331303030322cd6dcc3f72cc8edbcfe31b0e00d0a`,
  'hex'
);

/** A workbook as a spreadsheet writes it. */
function book(sheets: Record<string, WorkSheet>, type: 'xlsx' | 'biff8' | 'ods' = 'xlsx'): Uint8Array {
  const made = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(made, sheet, name);
  return new Uint8Array(write(made, { type: 'array', bookType: type }) as ArrayBuffer);
}
const sheetOf = (rows: unknown[][]) => utils.aoa_to_sheet(rows);

const lin = { studentNumber: '2022310001', name: '林晓', class: '软件1班' };
const zhou = { studentNumber: '2022310002', name: '周明', class: '软件1班' };
const both = [
  [lin.studentNumber, lin.name, lin.class],
  [zhou.studentNumber, zhou.name, zhou.class]
];
const plain = [['学号', '姓名', '班级'], ...both];
const joined = (by: string, rows = plain) => rows.map((row) => row.join(by)).join('\r\n');
const none: ReadList['skipped'] = [];
const good: ReadList = { students: [lin, zhou], skipped: none };
const only = (studentNumber: string, name = '林晓'): ReadList => ({
  students: [{ studentNumber, name, class: '' }],
  skipped: none
});
const one = (number: string, name = '林晓') => text(`学号,姓名\r\n${number},${name}\r\n`);
const left = (line: number, why: ReadList['skipped'][number]['why']): ReadList => ({
  students: [],
  skipped: [{ line, why }]
});

const byHeads = (...heads: string[]) => text(joined(',', [heads, ...both]));
/** A row each, of which all but the number is left out. */
const leftRows = (
  file: Uint8Array,
  ...whys: ReadList['skipped'][number]['why'][]
): [Uint8Array, ReadList] => [
  file,
  { students: [], skipped: whys.map((why, at) => ({ line: at + 2, why })) }
];
const names = (...all: string[]) =>
  text(`Student No,Name\n${all.map((name, at) => `202231000${at},${name}`).join('\n')}\n`);

/** Two lists side by side, the second one shorter. */
const beside = [
  ['2026届毕业生名单'],
  ['序号', '学号', '姓名', null, '序号', '学号', '姓名'],
  [1, '2022310001', '林晓', null, 3, '2022310003', '李雷'],
  [2, '2022310002', '周明']
];
const unclassed = (studentNumber: string, name: string) => ({ studentNumber, name, class: '' });

function zeros(value: number, format: string): Uint8Array {
  const sheet = sheetOf([
    ['学号', '姓名'],
    [value, '林晓']
  ]);
  sheet.A2!.z = format;
  return book({ 名单: sheet });
}

/** Column names on two lines, as offices merge them. */
function headOnTwoLines(): Uint8Array {
  const sheet = sheetOf([
    ['学号', '姓名', '班级信息'],
    [null, null, '学院', '班级'],
    [lin.studentNumber, lin.name, '软件学院', lin.class]
  ]);
  sheet['!merges'] = [
    { s: { r: 0, c: 0 }, e: { r: 1, c: 0 } },
    { s: { r: 0, c: 1 }, e: { r: 1, c: 1 } },
    { s: { r: 0, c: 2 }, e: { r: 0, c: 3 } }
  ];
  return book({ 名单: sheet });
}

/** The first sheet is hidden, and of another year. */
function hiddenFirst(): Uint8Array {
  const made = utils.book_new();
  utils.book_append_sheet(made, sheetOf([plain[0]!, ['2019310001', '旧人', '']]), '2019');
  utils.book_append_sheet(made, sheetOf(plain), '2022');
  made.Workbook = { Sheets: [{ Hidden: 1 }, { Hidden: 0 }] };
  return new Uint8Array(write(made, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer);
}

function merged(): Uint8Array {
  const sheet = sheetOf([plain[0]!, both[0]!, [zhou.studentNumber, zhou.name]]);
  sheet['!merges'] = [{ s: { r: 1, c: 2 }, e: { r: 2, c: 2 } }];
  return book({ 名单: sheet });
}

/** Dialects of spreadsheets and editors, and what each gives. */
const readable: Record<string, [Uint8Array, ReadList]> = {
  comma: [text(joined(',')), good],
  semicolon: [text(joined(';')), good],
  tab: [text(joined('\t')), good],
  bar: [text(joined('|')), good],
  'full-width comma': [text(joined('，')), good],
  'byte order mark': [text(`\ufeff${joined(',')}`), good],
  'UTF-16 with tabs': [utf16(joined('\t')), good],
  'UTF-16 without a mark': [utf16(joined('\t')).subarray(2), good],
  'UTF-16, large end first': [utf16(joined('\t')).swap16(), good],
  'GB 18030': [gb, good],
  'lines ended by LF': [text(joined(',').replaceAll('\r', '')), good],
  'quoted cells': [
    text('"学号","姓名","班级"\n"2022310001","林晓","软件1班"\n"2022310002","周明","软件1班"'),
    good
  ],
  'title lines': [text(`2026届毕业生名单\r\n制表：教务处\r\n${joined(',')}`), good],
  'starred names': [text(joined(',', [['*学号', '姓 名（必填）', '班级：'], ...both])), good],
  'English names': [text(joined(',', [['Student No.', 'Name', 'Class'], ...both])), good],
  'names in two languages': [
    text(joined(',', [['学号 Student No.', '姓名/Name', 'Class 班级'], ...both])),
    good
  ],
  'class of a subject': [text(joined(',', [['学号', '学生姓名', '专业班级'], ...both])), good],
  'separator told in the first line': [text(`sep=;\r\n${joined(';')}`), good],
  'column names on two merged lines': [headOnTwoLines(), { students: [lin], skipped: none }],
  'a hidden sheet before it': [hiddenFirst(), good],
  'a sheet for each class': [
    book({ 软件1班: sheetOf(plain), 软件2班: sheetOf([plain[0]!, ['2022310009', '李雷', '软件2班']]) }),
    { ...good, sheet: '软件1班', otherSheets: ['软件2班'] }
  ],
  OpenDocument: [book({ 名单: sheetOf(plain) }, 'ods'), good],
  'a page under the name of a workbook, in GBK': [
    Buffer.concat([
      text('<html><table><tr><td>'),
      Buffer.from([0xd1, 0xa7, 0xba, 0xc5]),
      text('</td><td>'),
      Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]),
      text('</td></tr><tr><td>022031000100123456</td><td>'),
      Buffer.from([0xc1, 0xd6, 0xcf, 0xfe]),
      text('</td></tr></table></html>')
    ]),
    only('022031000100123456')
  ],
  'numbers of 18 digits that a spreadsheet rounded before it wrote text': [
    text('学号,姓名\n202231000100123000,林晓\n202231000100124000,周明\n'),
    {
      students: [],
      skipped: [
        { line: 2, why: 'inexact' },
        { line: 3, why: 'inexact' }
      ]
    }
  ],
  'a number of 18 digits that ends in zeros among others': [
    text('学号,姓名\n202231000100123456,林晓\n202231000100124000,周明\n'),
    {
      students: [
        { studentNumber: '202231000100123456', name: '林晓', class: '' },
        { studentNumber: '202231000100124000', name: '周明', class: '' }
      ],
      skipped: none
    }
  ],
  'control codes': [one('2022310001\u0000', '林\u0007晓\u001a'), only('2022310001')],
  'UTF-16 the other way round, without its mark': [
    new Uint8Array(Buffer.from(joined(','), 'utf16le').swap16()),
    good
  ],
  'rows as a spreadsheet numbers them, whatever lines they take': [
    text('sep=;\r\n"学号\r\n（必填）";姓名\r\n"2022310001";"林\n晓"\r\n\r\n;无号\r\n'),
    {
      students: [{ studentNumber: '2022310001', name: '林晓', class: '' }],
      skipped: [{ line: 4, why: 'number' }]
    }
  ],
  'lines ended by CR': [text(joined(',').replaceAll('\n', '')), good],
  'names on two lines': [
    text(joined(',', [['"学号\n（必填）"', '"姓名\n（必填）"', '班级'], ...both])),
    good
  ],
  'separators inside quotes': [
    text('"学号";"姓名";"班级"\n"2022310001";"林;晓";"软件,1班"'),
    { students: [{ studentNumber: '2022310001', name: '林;晓', class: '软件,1班' }], skipped: none }
  ],
  'a page’s head again, and a sum': [
    text(`${joined(',')}\r\n学号,姓名,班级\r\n合计,2,`),
    {
      students: [lin, zhou],
      skipped: [
        { line: 4, why: 'number' },
        { line: 5, why: 'number' }
      ]
    }
  ],
  'yes and a date for numbers': [
    book({
      名单: sheetOf([
        ['学号', '姓名'],
        [true, '林晓'],
        [new Date(Date.UTC(2022, 0, 1)), '周明']
      ])
    }),
    {
      students: [],
      skipped: [
        { line: 2, why: 'number' },
        { line: 3, why: 'number' }
      ]
    }
  ],
  'another order and more columns': [
    text('序号,班级,姓名,性别,学号\n1,软件1班,林晓,女,2022310001\n2,软件1班,周明,男,2022310002'),
    good
  ],
  'empty lines between': [
    text(joined('\r\n,\r\n'.slice(2, 3), plain).replace('\r\n', '\r\n\r\n,,\r\n')),
    good
  ],
  workbook: [book({ 名单: sheetOf(plain) }), good],
  'old workbook': [book({ 名单: sheetOf(plain) }, 'biff8'), good],
  'second sheet': [book({ 说明: sheetOf([['请按模板填写']]), 名单: sheetOf(plain) }), good],
  'title line in a workbook': [book({ 名单: sheetOf([['2026届毕业生名单'], [], ...plain]) }), good],
  'merged class': [merged(), good],
  'numbers as numbers': [
    book({
      名单: sheetOf([
        ['学号', '姓名'],
        [2022310001, '林晓']
      ])
    }),
    only('2022310001')
  ],
  'zeros of a format': [zeros(220310001, '0000000000'), only('0220310001')],
  'zeros of a format with a text part': [zeros(220310001, '0000000000;@'), only('0220310001')],
  'zeros of a format with a space': [zeros(220310001, '0000000000_ '), only('0220310001')],
  'zeros of a format with a mark between': [zeros(220310001, '00000-00000'), only('02203-10001')],
  'one zero and marks of a format': [zeros(220310001, '0#########'), only('0220310001')],
  'the year of a format': [zeros(310001, '"2022"000000'), only('2022310001')],
  'words of a format': [zeros(220310001, '"No."0'), left(2, 'number')],
  'another form of the same number': [zeros(2022310001, '#,##0.00'), only('2022310001')],
  'a short form of the number': [zeros(2022310001, '0.00E+00'), only('2022310001')],
  'a number with a point': [one('2022310001.0'), only('2022310001')],
  'a number in groups': [one('"2,022,310,001"'), only('2022310001')],
  'quotes of another hand': [one('“2022310001”', '“林晓”'), only('2022310001')],
  'names of the registry’s columns': [
    text('考生号,学号,姓名\n22310101110001,2022310001,林晓\n'),
    only('2022310001')
  ],
  'names of a database’s columns': [byHeads('XH', 'XM', 'BJMC'), good],
  'traditional names': [byHeads('學生學號', '學生姓名', '班級'), good],
  'numbered names': [byHeads('1.学号', '②姓名', '3、班级'), good],
  'names with words of what must be filled in': [byHeads('学号*必填', '姓名 必填', '班级选填'), good],
  'quoted names': [byHeads('“学号”', "'姓名", '「班级」'), good],
  'two lists side by side': [
    book({ 名单: sheetOf(beside) }),
    {
      students: [
        unclassed('2022310001', '林晓'),
        unclassed('2022310002', '周明'),
        unclassed('2022310003', '李雷')
      ],
      skipped: none
    }
  ],
  'columns set apart by spaces': [text(joined('   ')), good],
  'columns set apart by wide spaces': [text(joined('\u3000')), good],
  'letters written as numbers in a page': [
    text(
      '<table><tr><td>学号</td><td>姓名</td></tr><tr><td>0220310001</td><td>&#x6797;&#26195;&#183;A</td></tr></table>'
    ),
    only('0220310001', '林晓·A')
  ],
  'Western names in UTF-8 without a mark': [
    names('José López', 'Zoë Ångström'),
    {
      students: [unclassed('2022310000', 'José López'), unclassed('2022310001', 'Zoë Ångström')],
      skipped: none
    }
  ],
  'Western names in Latin-1': leftRows(
    Buffer.from('Student No,Name\n2022310001,Ren\xe9e Dupont\n2022310002,Jos\xe9 L\xf3pez\n', 'latin1'),
    'letters',
    'letters'
  ),
  Big5: [
    Buffer.concat([text('Student No,Name\n2022310001,'), Buffer.from([0xaa, 0x4c, 0xbe, 0xe5]), text('\n')]),
    only('2022310001', '林曉')
  ],
  'UTF-8 read as GBK, and saved so': leftRows(names('鏋楁檽', '鍛ㄦ槑'), 'letters', 'letters'),
  'Chinese read as Western text': leftRows(names('ÁÖÏþ', 'æž—æ™“'), 'letters', 'letters'),
  'a row of UTF-8 in GBK': [
    Buffer.concat([
      text('Student No,Name\n2022310001,'),
      Buffer.from([0xc1, 0xd6, 0xcf, 0xfe]),
      text('\n2022310002,周明\n2022310003,'),
      Buffer.from([0xc0, 0xee, 0xc0, 0xd7]),
      text('\n2022310004,'),
      Buffer.from([0xc0, 0xee, 0xc3, 0xf7]),
      text('\n')
    ]),
    {
      students: [
        unclassed('2022310001', '林晓'),
        unclassed('2022310003', '李雷'),
        unclassed('2022310004', '李明')
      ],
      skipped: [{ line: 3, why: 'letters' }]
    }
  ],
  'question marks where letters were': leftRows(
    names('??', '林?', '锟斤拷'),
    'letters',
    'letters',
    'letters'
  ),
  'what stands for no name': leftRows(
    names('0', '-', 'NULL', '无', '1234'),
    'name',
    'name',
    'name',
    'name',
    'name'
  ),
  'formulas that found nothing': leftRows(
    text('学号,姓名,班级\n2022310001,#N/A,1班\n2022310002,林晓,#REF!\n#VALUE!,周明,1班\n'),
    'formula',
    'formula',
    'formula'
  ),
  'names that look odd and are none of these': [
    names('买买提·艾力', '𠮷田', 'Null', "O'Brien", '李Tom', '张伟A', '陆'),
    {
      students: ['买买提·艾力', '𠮷田', 'Null', "O'Brien", '李Tom', '张伟A', '陆'].map((name, at) =>
        unclassed(`202231000${at}`, name)
      ),
      skipped: none
    }
  ],
  'text of 18 digits': [
    book({
      名单: sheetOf([
        ['学号', '姓名'],
        ['202231000112345678', '林晓']
      ])
    }),
    only('202231000112345678')
  ],
  'leading zeros': [one('0220310001'), only('0220310001')],
  'formula around text': [one('="0220310001"'), only('0220310001')],
  'quoted formula': [one('"=""0220310001"""'), only('0220310001')],
  apostrophe: [one("'0220310002"), only('0220310002')],
  'tab before the number': [one('"\t0220310003"'), only('0220310003')],
  'full-width digits': [one('２０２２３１０００１'), only('2022310001')],
  'invisible letters': [one('2022310002\u200b'), only('2022310002')],
  'spaces around names': [one('2022310005', '\u3000己己\u00a0'), only('2022310005', '己己')],
  'two letters set apart': [one('2022310006', '庚\u3000庚'), only('2022310006', '庚庚')],
  'a name of two words': [one('2022310007', 'Anna  Lin'), only('2022310007', 'Anna Lin')],
  'rounded number': [one('2.02231E+09'), left(2, 'inexact')],
  'number of 18 digits kept as a number': [
    book({
      名单: sheetOf([
        ['学号', '姓名'],
        [Number('202231000112345678'), '林晓']
      ])
    }),
    left(2, 'inexact')
  ],
  'a byte lost': [
    Buffer.concat([
      text('学号,姓名\r\n2022310001,林晓\r\n2022310002,周'),
      Buffer.from([0xe6, 0x98]),
      text('\r\n2022310003,李雷\r\n')
    ]),
    {
      students: [
        { studentNumber: '2022310001', name: '林晓', class: '' },
        { studentNumber: '2022310003', name: '李雷', class: '' }
      ],
      skipped: [{ line: 3, why: 'letters' }]
    }
  ],
  'a byte lost in the only row': [
    Buffer.concat([text('Student No,Name\n2022310002,周'), Buffer.from([0xe6, 0x98])]),
    left(2, 'letters')
  ],
  'a number with a letter E': [one('2022E10'), only('2022E10')],
  'bad rows by their number, empty lines counted': [
    text('学号,姓名\n\n2022310001,林晓\n\n李,2022310002\n2022310001,林晓\n2022310004,\n'),
    {
      students: [{ studentNumber: '2022310001', name: '林晓', class: '' }],
      skipped: [
        { line: 5, why: 'number' },
        { line: 6, why: 'twice' },
        { line: 7, why: 'name' }
      ]
    }
  ]
};

describe('a list of students', () => {
  it.each(Object.entries(readable))('%s', async (_, [file, expected]) => {
    expect(await readList(file)).toEqual(expected);
  });

  it('with other columns tells which stand there', async () => {
    const file = text('名单\n编号,称呼\n1,林晓');
    await expect(readList(file)).rejects.toMatchObject({ code: 'list.columns', found: ['编号', '称呼'] });
  });

  it.each([
    ['a document', '%PDF-1.7\n学号,姓名\n2022310001,林晓'],
    ['formatted text', '{\\rtf1 学号,姓名\n2022310001,林晓}'],
    ['a picture', '\ufffd\ufffd\ufffd\u0010JFIF\n\ufffd']
  ])('%s is none', async (_, content) => {
    await expect(readList(text(content))).rejects.toMatchObject({ code: 'list.unreadable' });
  });

  it('with a password is told as such', async () => {
    const locked = CFB.utils.cfb_new();
    CFB.utils.cfb_add(locked, '/EncryptedPackage', Buffer.alloc(64));
    CFB.utils.cfb_add(locked, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0, 0x3c, 0x3f]));
    const file = new Uint8Array(CFB.write(locked, { type: 'buffer' }) as Buffer);
    await expect(readList(file)).rejects.toMatchObject({ code: 'list.locked' });
  });

  it('is read while others are answered', async () => {
    let answered = 0;
    const other = setInterval(() => answered++, 0);
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      String(2022310000 + index),
      '林晓',
      '软件1班'
    ]);
    const { students } = await readList(text(joined(',', [plain[0]!, ...rows])));
    clearInterval(other);
    expect(students).toHaveLength(20_000);
    expect(answered).toBeGreaterThan(20);
  });

  it.each([
    ['commas', ','],
    ['quotes', '"'],
    ['empty lines', '\n'],
    ['quotes that do not close', '"a\n']
  ])('of %s alone is refused at once', async (_, letter) => {
    const file = text(letter.repeat(1_000_000 / letter.length));
    await expect(readList(file)).rejects.toMatchObject({
      code: expect.stringMatching(/^list\.(columns|unreadable)$/) as string
    });
  });

  it('whose quotes do not close is refused', async () => {
    const rows = (count: number) => '2022310002,周明\n'.repeat(count);
    const file = text(`学号,姓名\n${rows(40)}2022310001,"林晓\n${rows(3_000)}`);
    await expect(readList(file)).rejects.toMatchObject({ code: 'list.unreadable' });
  });

  it('that unpacks to more than a list may be is not unpacked', async () => {
    const bomb = zipSync({
      '[Content_Types].xml': strToU8('<Types></Types>'),
      'xl/big.xml': new Uint8Array(90_000_000)
    });
    expect(bomb.length).toBeLessThan(1_200_000);
    await expect(readList(bomb)).rejects.toMatchObject({ code: 'list.unreadable' });
  });
});
