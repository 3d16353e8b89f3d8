import { describe, expect, it } from 'vitest';
import { checkFields, parsePayload } from '.';

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

describe('checkFields', () => {
  it('finds nothing wrong with a good registration', () => {
    expect(checkFields(full)).toEqual([]);
    expect(checkFields(full, { code: '10001', name: '示例大学' })).toEqual([]);
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
    expect(checkFields({ ...full, ...change })).toEqual([{ field: Object.keys(change)[0], message }]);
  });

  it('tells another institution from a changed name', () => {
    expect(checkFields(full, { code: '10002', name: '示例大学' })).toMatchObject([
      { message: 'code.institution.other' }
    ]);
    expect(checkFields(full, { code: '10001', name: '示例学院' })).toMatchObject([
      { message: 'code.institution.mismatch' }
    ]);
  });
});
