import { randomUUID } from 'node:crypto';
import { agreedDetails, agreement } from '../../src/lib/server/testing/submission';
import type { Dice } from './dice';

/** A request that must be refused. */
export interface HostileRequest {
  title: string;
  path?: string;
  method?: string;
  headers?: Record<string, string | undefined>;
  /** The fields of the form, or a body as it is. */
  form?: Record<string, string | Blob>;
  body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

const registration = (part: object) =>
  JSON.stringify({ studentNumber: '2022310001', name: '林晓', source: 'typed', ...part });
const report = (part: object) =>
  JSON.stringify({ standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [], ...part });

const details = (part: object) => JSON.stringify({ ...agreedDetails(), ...part });

/** Requests that are not what the address takes; the photo in them would be fine. */
export function hostileRequests(photo: Blob): ((dice: Dice) => HostileRequest)[] {
  const whole = {
    photo,
    registration: registration({}),
    report: report({}),
    details: details({})
  };
  const without = (name: keyof typeof whole) =>
    Object.fromEntries(Object.entries(whole).filter(([field]) => field !== name));
  const form = (part: Record<string, string | Blob>) => ({ form: { ...whole, ...part } });
  const long = 'x'.repeat(100_000);
  return [
    () => ({ title: 'no photo', form: without('photo') }),
    (dice) => ({
      title: 'no consent',
      ...form({
        details: details({
          consent: dice.of([
            undefined,
            { ...agreement(), items: [] },
            { ...agreement(), version: '1' },
            { ...agreement(), items: ['face'] }
          ])
        })
      })
    }),
    () => ({ title: 'no registration', form: without('registration') }),
    () => ({ title: 'no report', form: without('report') }),
    () => ({ title: 'the photo as text', ...form({ photo: 'photo' }) }),
    (dice) => ({
      title: 'registration: no JSON',
      ...form({ registration: dice.bytes(50).toString('latin1') })
    }),
    (dice) => ({
      title: 'registration: nested',
      ...form({ registration: '['.repeat(1000 + dice.upTo(60_000)) })
    }),
    (dice) => ({
      title: 'registration: a wrong number',
      ...form({
        registration: registration({
          studentNumber: dice.of(["' OR 1=1 --", '', '../..', '１２３４', 5, null, long])
        })
      })
    }),
    (dice) => ({
      title: 'registration: a wrong name',
      ...form({ registration: registration({ name: dice.of(['', ' ', 'a\u0000b', 'a\nb', 7, {}, long]) }) })
    }),
    () => ({
      title: 'registration: more than asked',
      ...form({ registration: registration({ admin: true }) })
    }),
    () => ({
      title: 'registration: a prototype',
      ...form({ registration: '{"__proto__":{"source":"typed"}}' })
    }),
    (dice) => ({
      title: 'report: another standard',
      ...form({ report: report({ standard: dice.of(['none', 'xinhua', '__proto__', '', 9]) }) })
    }),
    (dice) => ({
      title: 'report: not plausible',
      ...form({ report: report({ verdict: dice.of(['fail', 'warn', 'best']) }) })
    }),
    () => ({ title: 'report: live', ...form({ report: report({ kind: 'live' }) }) }),
    () => ({
      title: 'report: findings without end',
      ...form({ report: report({ findings: Array.from({ length: 101 }, () => ({})) }) })
    }),
    (dice) => ({
      title: 'details: wrong',
      ...form({
        details: dice.of([
          'null',
          '[]',
          '{"campaign":"../x"}',
          '{"device":"me"}',
          '{"consent":{}}',
          '{"replaces":{"id":"x"}}'
        ])
      })
    }),
    () => ({ title: 'an unknown campaign', ...form({ details: '{"campaign":"nobody"}' }) }),
    (dice) => ({
      title: 'no such retake',
      ...form({
        details: details({ replaces: { id: randomUUID(), key: dice.of(['k', 'm']).repeat(43) } })
      })
    }),
    (dice) => ({
      title: 'too much beside the photo',
      ...form({ more: 'x'.repeat(1_300_000 + dice.upTo(1_000_000)) })
    }),
    (dice) => ({
      title: 'no such key',
      ...form({}),
      headers: {
        authorization: dice.of([
          undefined,
          '',
          'Bearer',
          'Bearer x',
          `Bearer ${'k'.repeat(44)}`,
          'Basic eA=='
        ])
      }
    }),
    (dice) => ({
      title: 'no such id',
      ...form({}),
      path: `/api/v1/submissions/${dice.of(['x', '..%2f..%2fetc%2fpasswd', '%00', "'", '00000000-0000-0000-0000-000000000000', 'x'.repeat(2000)])}`
    }),
    (dice) => ({
      title: 'another type',
      body: JSON.stringify({}),
      headers: {
        'content-type': dice.of([
          'application/json',
          'text/plain',
          'application/x-www-form-urlencoded',
          'image/jpeg'
        ])
      }
    }),
    (dice) => ({
      title: 'a part that is none',
      ...form({}),
      headers: {
        'content-range': dice.of([
          '',
          'bytes',
          'bytes 0-9/20',
          'bytes */0',
          'bytes 9-0/20',
          'bytes 0-1/1',
          `bytes ${'9'.repeat(400)}-1/2`,
          'bytes 0-999999998/999999999',
          'bytes */999999999',
          '__proto__'
        ])
      }
    }),
    (dice) => ({
      title: 'a form without its boundary',
      body: dice.bytes(3000).toString('latin1'),
      headers: {
        'content-type': dice.of([
          'multipart/form-data',
          'multipart/form-data; boundary=',
          'multipart/form-data; boundary=a'
        ])
      }
    }),
    () => ({
      title: 'a form cut short',
      body: '--a\r\ncontent-disposition: form-data; name="photo"; filename="a"\r\n\r\nabc',
      headers: { 'content-type': 'multipart/form-data; boundary=a' }
    }),
    () => ({
      title: 'a stream without length, too long',
      body: stream(3_000_000),
      headers: { 'content-type': 'multipart/form-data; boundary=a' }
    }),
    () => ({ title: 'a status without key', method: 'GET', headers: { authorization: undefined } }),
    () => ({ title: 'a status of nothing', method: 'GET' }),
    () => ({
      title: 'a withdrawal of nothing',
      method: 'POST',
      path: `/api/v1/submissions/${randomUUID()}/withdraw`
    }),
    (dice) => ({
      title: 'a code that is none',
      method: 'POST',
      path: '/api/v1/codes/resolve',
      body: dice.of([
        '',
        '{',
        '[]',
        '{"token":""}',
        '{"token":5}',
        JSON.stringify({ token: long }),
        '['.repeat(9000)
      ]),
      headers: { 'content-type': 'application/json' }
    }),
    (dice) => ({
      title: 'a campaign of nothing',
      method: 'GET',
      path: `/api/v1/campaigns/${dice.of(['nobody', '%27', '..%2f', '__proto__', 'x'.repeat(500)])}`
    }),
    (dice) => ({ title: 'a method it has not', method: dice.of(['DELETE', 'PATCH', 'POST']) }),
    (dice) => ({
      title: 'no such address',
      method: 'GET',
      path: `/api/v1/${dice.of(['', 'submissions', 'admin', 'submissions/../../x', '.env'])}`
    })
  ];
}

/** A body sent in pieces, without its length. */
function stream(length: number): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= length) return controller.close();
      controller.enqueue(new Uint8Array(64 * 1024));
      sent += 64 * 1024;
    }
  });
}
