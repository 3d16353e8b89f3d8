import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { shortCodeFrom, receiptOf, receiptOfKey, receiptPattern } from './receipt';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

it('is the same from the key and from its hash, has the form that is shown, and differs from key to key', async () => {
  const keys = Array.from({ length: 200 }, (_, at) => String(at).padStart(43, 'k'));
  const receipts = await Promise.all(keys.map((key) => receiptOfKey(key)));
  expect(await Promise.all(keys.map((key) => receiptOf(sha256(key))))).toEqual(receipts);
  for (const receipt of receipts) expect(receipt).toMatch(receiptPattern);
  expect(new Set(receipts).size).toBe(keys.length);
});

it('writes the first 40 bits of the hash, five to a letter', async () => {
  const bits = BigInt(`0x${sha256(`gradframe receipt ${sha256('k')}`).slice(0, 10)}`);
  const receipt = (await receiptOfKey('k')).replace('-', '');
  const value = [...receipt].reduce(
    (sum, letter) => sum * 32n + BigInt('0123456789ABCDEFGHJKMNPQRSTVWXYZ'.indexOf(letter)),
    0n
  );
  expect(value).toBe(bits);
});

it.each([
  ['7k3f 92qd', '7K3F-92QD'],
  ['７Ｋ３Ｆ－９２ＱＤ', '7K3F-92QD'],
  ['OI3F-92QL', '013F-92Q1'],
  ['7K3F-92Q', null],
  ['7K3F-92QDX', null],
  ['7K3F-92QU', null]
])('reads %s as %s', (typed, receipt) => {
  expect(shortCodeFrom(typed)).toBe(receipt);
});
