import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parsePayload } from '$workers/code/payload';
import { open, readKeys, seal } from './envelope';
import { maskName, maskNumber } from '$lib/api/mask';
import { envelopeResolver } from './resolver';

const key = randomBytes(32);
const keys = new Map([['a1', key]]);
const fields = { studentNumber: '2022310001', name: '林晓', institutionCode: '10486' };

describe('the envelope', () => {
  it('gives back what was sealed, each time under another nonce', () => {
    const tokens = Array.from({ length: 50 }, () => seal(fields, 'a1', key));
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(open(token, keys)).toEqual(fields);
  });

  it('tells nothing for a token that was altered anywhere, cut, or sealed under another key', () => {
    const token = seal(fields, 'a1', key);
    for (let at = 0; at < token.length; at++) {
      const letter = token[at] === 'A' ? 'B' : 'A';
      const altered = token.slice(0, at) + letter + token.slice(at + 1);
      // The last letter of base64url may hold bits that belong to no byte.
      if (at < token.length - 1) expect(open(altered, keys), `at ${at}`).toBeNull();
    }
    expect(open(token.slice(0, -6), keys)).toBeNull();
    expect(open(seal(fields, 'a1', randomBytes(32)), keys)).toBeNull();
    expect(open(seal(fields, 'b2', key), keys)).toBeNull();
    expect(open('', keys)).toBeNull();
  });

  it('is an opaque token to the client', () => {
    const token = seal(fields, 'a1', key);
    expect(parsePayload(token, Buffer.from(token))).toEqual({ kind: 'opaque', token });
  });

  it('reads its keys from the configuration and refuses anything else', () => {
    const text = `a1:${key.toString('base64')}, b2:${randomBytes(32).toString('base64')}`;
    expect([...readKeys(text).keys()]).toEqual(['a1', 'b2']);
    expect(readKeys('').size).toBe(0);
    for (const wrong of ['a1', 'a1:c2hvcnQ=', `A!:${key.toString('base64')}`])
      expect(() => readKeys(wrong)).toThrow();
  });
});

describe('the resolver', () => {
  const resolver = envelopeResolver(keys);
  it('answers the fields of a token of ours, and null for anything else', async () => {
    expect(await resolver.resolve(seal(fields, 'a1', key))).toEqual(fields);
    expect(await resolver.resolve(seal({ name: 7 }, 'a1', key))).toBeNull();
    expect(await resolver.resolve('x'.repeat(200))).toBeNull();
    for (const wrong of [
      { studentNumber: '' },
      { studentNumber: '../x' },
      { studentNumber: '10000/../../x' },
      { studentNumber: '1'.repeat(33) },
      { name: ' ' },
      { name: 'a\nb' },
      { institutionCode: '../..' },
      { institutionName: 'a\0b' }
    ])
      expect(
        await resolver.resolve(seal({ ...fields, ...wrong }, 'a1', key)),
        JSON.stringify(wrong)
      ).toBeNull();
  });
});

describe('masks', () => {
  it('hide all of a name but its first letter', () => {
    expect(['林晓', '欧阳明月', 'Li', '王'].map(maskName)).toEqual(['林*', '欧***', 'L*', '王*']);
  });
  it('hide the middle of a number', () => {
    expect(['2022310001', '12345', '123'].map(maskNumber)).toEqual(['2022****01', '1***5', '1*3']);
  });
});
