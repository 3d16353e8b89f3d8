import { describe, expect, it } from 'vitest';
import type { ReadFields } from './payload';
import { checkFields, parsePayload, readPayload } from '.';

const parse = (text: string) => parsePayload(text, new TextEncoder().encode(text));
const full = {
  studentNumber: '2021301234',
  name: '林小满',
  institutionCode: '10001',
  institutionName: '示例大学'
};
const random = (length: number, alphabet: string, seed = 7) => {
  let state = seed;
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return alphabet[Math.floor((state / 2 ** 32) * alphabet.length)]!;
  }).join('');
};
const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

describe('readable formats', () => {
  it('reads versioned JSON', () => {
    expect(parse(JSON.stringify({ version: 1, ...full }))).toEqual({ kind: 'json', fields: full });
  });

  it('does not guess at a later version', () => {
    expect(parse(JSON.stringify({ version: 2, ...full }))).toEqual({ kind: 'foreign' });
  });

  it.each(['202231000112345678', '0220310001', '12345678901234567890123456789012'])(
    'keeps the digits of the number %s',
    (digits) => {
      const payload = parse(
        `{"version":1,"studentNumber":${digits},"name":"林小满","institutionCode":10001}`
      );
      expect(payload).toMatchObject({ fields: { studentNumber: digits, institutionCode: '10001' } });
      expect(checkFields(payload as ReadFields)).toEqual([]);
    }
  );

  it.each(['1e10', '2.0213E+17', '-5', '2021301234.0'])(
    'refuses the number %s, naming the field',
    (number) => {
      const payload = parse(`{"studentNumber":${number},"name":"林小满"}`);
      expect(checkFields(payload as ReadFields)).toEqual([
        { field: 'studentNumber', message: 'code.studentNumber.inexact' }
      ]);
    }
  );

  it('takes digits in a text as they are', () => {
    const payload = parse('{"studentNumber":"2021E0512","name":"数字 \\"12\\" 1e5"}');
    expect(payload).toMatchObject({ fields: { studentNumber: '2021E0512', name: '数字 "12" 1e5' } });
    expect(payload).not.toHaveProperty('inexact');
  });

  it('takes a number for a field as written and null as blank', () => {
    expect(parse('{"xh":0,"xm":null}')).toEqual({ kind: 'json', fields: { studentNumber: '0', name: '' } });
  });

  it.each([
    '学号=2021301234;姓名=林小满;院校代码=10001;院校名称=示例大学',
    '学号：2021301234\n姓名：林小满\n学校代码：10001\n学校名称：示例大学',
    'student_number=2021301234&name=林小满&institution-code=10001&institutionName=示例大学'
  ])('reads key=value: %s', (text) => {
    expect(parse(text)).toEqual({ kind: 'keyValue', fields: full });
  });

  it.each([
    'https://collect.example/c?xh=2021301234&xm=%E6%9E%97%E5%B0%8F%E6%BB%A1&yxdm=10001&yxmc=%E7%A4%BA%E4%BE%8B%E5%A4%A7%E5%AD%A6',
    'https://collect.example/#/c?xh=2021301234&xm=林小满&yxdm=10001&yxmc=示例大学'
  ])('reads a web address with parameters: %s', (text) => {
    expect(parse(text)).toEqual({ kind: 'url', fields: full });
  });
});

describe('opaque tokens', () => {
  it.each([
    ['base64', random(96, base64)],
    ['hex', random(200, '0123456789ABCDEF')],
    ['digits', random(300, '0123456789')],
    ['a readable prefix', `图像采集码验证|${random(160, base64)}`],
    ['a parameter of an address', `https://example.test/c?d=${random(200, base64.replace('+/', '-_'))}`]
  ])('knows %s', (_, text) => {
    expect(parse(text)).toEqual({ kind: 'opaque', token: text });
  });

  it('passes binary content on in base64url', () => {
    const bytes = Uint8Array.from({ length: 80 }, (_, i) => (i * 37) & 255);
    const payload = parsePayload('\u0000\u0001\ufffd', bytes);
    expect(payload).toEqual({ kind: 'opaque', token: Buffer.from(bytes).toString('base64url') });
  });
});

describe('codes that are not collection codes', () => {
  it.each([
    'https://www.example.com/',
    'https://example.com/search?name=lin&q=photos',
    'https://portal.example/profile?studentNumber=2022310001&school=10486',
    'https://u.wechat.com/ELaSWShWyTFQvXJkp9vCgFA',
    `https://mp.weixin.qq.com/s?chksm=${random(96, '0123456789abcdef')}`,
    'https://example.com/how-to-take-a-graduation-photo-in-2026-without-a-photographer-at-home',
    'https://example.com/?title=how-to-take-a-graduation-photo-in-2026-without-a-photographer',
    'WIFI:T:WPA;S:dormitory;P:12345678;;',
    'MECARD:N:Lin;TEL:+8613800000000;EMAIL:lin@example.com;;',
    'BEGIN:VCARD\nVERSION:3.0\nN:Lin\nTEL:13800000000\nEND:VCARD',
    `vmess://${random(200, base64)}`,
    '今度のバージョンでは文章の暗号化ができます。',
    'The 2005 USGS aerial photography of the Washington Monument is censored by hand.',
    '学号请填写与本人学信网帐号相同的学号，如为空请到学校修改后再重新下载图像采集码，谢谢大家的配合与支持。',
    '1234567890',
    '{"hello":"world"}',
    '{',
    ''
  ])('%s', (text) => {
    expect(parse(text)).toEqual({ kind: 'foreign' });
  });
});

describe('the encoding', () => {
  /** GB 18030 bytes of these texts. */
  const gbk = (hex: string) => Uint8Array.from(hex.match(/../g)!, (byte) => parseInt(byte, 16));
  const latin = (bytes: Uint8Array) => String.fromCharCode(...bytes);
  const read = (bytes: Uint8Array, text = latin(bytes), eci = false) => readPayload({ text, bytes, eci });
  const ascii = (text: string) => Buffer.from(text).toString('hex');
  const lin = 'c1d6cffe'; // 林晓

  it('is GB 18030 where the bytes are no UTF-8', () => {
    const bytes = gbk(`d1a7bac5${ascii('=2022310001;')}d0d5c3fb${ascii('=')}${lin}`);
    expect(read(bytes).payload).toEqual({
      kind: 'keyValue',
      fields: { studentNumber: '2022310001', name: '林晓' }
    });
  });

  it('holds the characters of four bytes', () => {
    // 𠮷 is 95 32 9d 35... in GB 18030; 㛃 is 82 31 97 36.
    const name = new TextDecoder('gb18030').decode(gbk('c1d682319736'));
    const bytes = gbk(`${ascii('{"studentNumber":"2022310001","name":"')}c1d682319736${ascii('"}')}`);
    expect(read(bytes).payload).toMatchObject({ fields: { name } });
  });

  it('is what the symbol says, and the mark before it is no text', () => {
    const text = '\ufeff学号=2022310001;姓名=林晓';
    const fields = { studentNumber: '2022310001', name: '林晓' };
    expect(read(gbk('ff'), text, true).payload).toMatchObject({ fields });
    expect(read(new TextEncoder().encode(text)).payload).toMatchObject({ fields });
    const wide = Buffer.from(text, 'utf16le');
    expect(read(new Uint8Array(wide)).payload).toMatchObject({ fields });
  });

  it('is the reader’s where the symbol has Kanji segments', () => {
    // 林 in Shift JIS.
    const bytes = gbk(`${ascii('xh=2022310001;xm=')}97d1`);
    expect(read(bytes, 'xh=2022310001;xm=林').payload).toMatchObject({ fields: { name: '林' } });
  });

  it('makes no token of an ordinary text in GB 18030', () => {
    const bytes = gbk('bdf1ccecccecc6f8bac3'.repeat(6));
    expect(read(bytes).payload).toEqual({ kind: 'foreign' });
  });
});

describe('a name', () => {
  it.each(['林晓', '欧阳 娜娜', '买买提·吐尔逊', 'José Muñoz', "O'Neill-Smith", 'བསོད་ནམས', '𠮷野'])(
    'can be %s',
    (name) => {
      expect(checkFields({ fields: { ...full, name } })).toEqual([]);
    }
  );
  it.each(['ÁÖÏþ', 'æž—æ™“', '林?', '林Ï', '12345', 'ﾁﾖﾏ', '\ue863晓', '林\u0007'])(
    'is asked for instead of %s',
    (name) => {
      expect(checkFields({ fields: { ...full, name } })).toEqual([
        { field: 'name', message: 'code.name.odd' }
      ]);
    }
  );
});

describe('checkFields', () => {
  it('finds nothing wrong with a good registration', () => {
    expect(checkFields({ fields: full })).toEqual([]);
    expect(checkFields({ fields: full }, { code: '10001', name: '示例大学' })).toEqual([]);
  });

  it.each([
    [{ studentNumber: '' }, 'code.studentNumber.blank'],
    [{ studentNumber: '0' }, 'code.studentNumber.zero'],
    [{ studentNumber: '00000000' }, 'code.studentNumber.zero'],
    [{ studentNumber: '12' }, 'code.studentNumber.odd'],
    [{ studentNumber: '无' }, 'code.studentNumber.odd'],
    [{ studentNumber: '11111111' }, 'code.studentNumber.odd'],
    [{ name: '' }, 'code.name.blank'],
    [{ institutionCode: '1000' }, 'code.institutionCode.odd']
  ])('%j → %s', (change, message) => {
    expect(checkFields({ fields: { ...full, ...change } })).toEqual([
      { field: Object.keys(change)[0], message }
    ]);
  });

  it('tells another institution from a changed name', () => {
    expect(checkFields({ fields: full }, { code: '10002', name: '示例大学' })).toMatchObject([
      { message: 'code.institution.other' }
    ]);
    expect(checkFields({ fields: full }, { code: '10001', name: '示例学院' })).toMatchObject([
      { message: 'code.institution.mismatch' }
    ]);
  });
});
