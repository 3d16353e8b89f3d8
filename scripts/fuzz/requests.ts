import fc from 'fast-check';
import { providerIds } from '../../src/lib/api/contracts/account';
import { paymentWays } from '../../src/lib/api/contracts/payment';
import type { Route } from '../../src/lib/server/testing/routes';
import { agreedDetails } from '../../src/lib/server/testing/submission';
import { formSample, jsonSamples } from './samples';
import { oddBytes, oddHeader, oddJson, oddText } from './values';
import { numberOf, type World } from './world';

export interface FuzzRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer | null;
  /** Signed in as staff, with the session's token; `student` brings only what the headers say. */
  who: 'student' | 'reviewer' | 'admin';
  /** Without a length that is told before. */
  chunked: boolean;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];
const jsonType = 'application/json';
const boundary = 'gradframe-fuzz';
const formType = `multipart/form-data; boundary=${boundary}`;
const types = [
  jsonType,
  formType,
  'multipart/form-data',
  `multipart/form-data; boundary="${'b'.repeat(300)}"`,
  'multipart/form-data; boundary=',
  'application/x-www-form-urlencoded',
  'text/plain',
  'application/json; charset=utf-16',
  ''
];
const ranges = [
  'bytes 0-0/1179648',
  'bytes */45000',
  'bytes 0-99/100',
  'bytes 5-4/3',
  'bytes 0-18446744073709551615/18446744073709551616',
  'bytes -1-2/3',
  'bytes 0-*/9',
  'items 0-1/2'
];
const segments = [
  'default',
  '__proto__',
  '..',
  '.',
  '%00',
  '%zz',
  '%',
  '%2e%2e%2fx',
  'x'.repeat(5_000),
  '%F0%9F'
];
const queryNames = [
  'campaign',
  'before',
  'id',
  'code',
  'state',
  'ticket',
  'all',
  'iss',
  'error',
  '/x',
  '__proto__'
];
const uncommon = 0.15;

/** Beyond some 16 KB of headers the server ends the connection before it has read the request. */
const maxSpelled = 6_000;

/** As an address spells any text. */
const spelled = (text: string) => encodeURIComponent(text.toWellFormed()).slice(0, maxSpelled);

/** One in `times` of the second kind. */
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>, times = 6) =>
  fc.oneof({ weight: times - 1, arbitrary: usual }, { weight: 1, arbitrary: odd });

/** Requests over every route, most of them nearly right. */
export function fuzzRequests(routes: readonly Route[], world: World): fc.Arbitrary<FuzzRequest> {
  const declared = routes.flatMap(({ id, methods: own }) =>
    Object.keys(own).map((method) => ({ method, id }))
  );
  const ids = world.submissions.map(({ id }) => id);
  const known: Readonly<Record<string, readonly string[]>> = {
    id: [...ids, 'a'.repeat(32)],
    code: world.campaigns,
    driver: [...new Set(paymentWays.map((way) => way.split('.')[0]!))],
    provider: providerIds,
    step: ['create', 'created', 'use', 'used']
  };
  const parameter = (name: string) =>
    mostly(
      fc.constantFrom(...(known[name] ?? ids)).map(spelled),
      fc.oneof(oddText.map(spelled), fc.constantFrom(...segments)),
      3
    );
  const pathOf = (id: string): fc.Arbitrary<string> => {
    const parts = id.split('/').map((part) => {
      const name = /^\[(\w+)\]$/.exec(part)?.[1];
      return name ? parameter(name) : fc.constant(part);
    });
    return fc.tuple(...parts).map((all) => all.join('/') || '/');
  };
  const query = fc
    .dictionary(
      fc.constantFrom(...queryNames).map(spelled),
      fc
        .oneof(fc.constantFrom(...world.campaigns, ...ids), oddText)
        .map((text) => spelled(text).slice(0, 1_500)),
      { maxKeys: 3 }
    )
    .map((all) => Object.entries(all).map((pair) => pair.join('=')))
    .map((pairs) => (pairs.length ? `?${pairs.join('&')}` : ''));
  const bearer = mostly(
    fc.constantFrom(...world.submissions).map(({ key }) => `Bearer ${key}`),
    fc.oneof(oddHeader, fc.constantFrom('', 'Bearer', `Bearer ${'k'.repeat(43)}`, 'Basic eDp5'))
  );
  const further = fc.dictionary(
    fc.constantFrom(
      'cookie',
      'range',
      'content-range',
      'accept',
      'if-none-match',
      'x-forwarded-for',
      'x-fuzz-address',
      'origin',
      'x-subject',
      'x-csrf',
      'content-encoding'
    ),
    fc.oneof(
      oddHeader,
      fc.constantFrom('::1', '2001:db8::1', 'gradframe-staff=x; gradframe-student=y', 'null', '*/*')
    ),
    { maxKeys: 2 }
  );
  const made = (
    what: fc.Arbitrary<{
      method: string;
      id: string;
      type: string;
      body: Buffer | null;
      headers?: Record<string, string>;
    }>
  ): fc.Arbitrary<FuzzRequest> =>
    what.chain(({ method, id, type, body, headers = {} }) =>
      fc
        .record({
          path: fc.tuple(pathOf(id), mostly(fc.constant(''), query, 3)).map((parts) => parts.join('')),
          method: mostly(fc.constant(method), fc.constantFrom(...methods), 20),
          bearer,
          type: mostly(fc.constant(type), fc.oneof(fc.constantFrom(...types), oddHeader), 12),
          further: mostly(fc.constant<Record<string, string>>({}), further, 4),
          who:
            id.includes('/staff') || id.startsWith('/review')
              ? mostly(
                  fc.constantFrom('reviewer' as const, 'admin' as const, 'admin' as const),
                  fc.constant('student' as const)
                )
              : fc.constant('student' as const),
          odd: fc.double({ min: 0, max: 1, noNaN: true })
        })
        .map(({ path, method, bearer, type, further, who, odd }) => ({
          method,
          path,
          body: method === 'GET' || method === 'HEAD' ? null : body,
          who,
          chunked: odd < uncommon,
          headers: { authorization: bearer, ...(body && { 'content-type': type }), ...headers, ...further }
        }))
    );

  const json = fc.constantFrom(...Object.entries(jsonSamples(world))).chain(([name, sample]) => {
    const [method = '', id = ''] = name.split(' ');
    const text = oddJson(sample).map((text) => Buffer.from(text));
    return mostly(text, text.chain(oddBytes)).map((body) => ({ method, id, type: jsonType, body }));
  });
  const address = fc
    .tuple(fc.constantFrom(...declared), mostly(fc.constant(null), fc.uint8Array({ maxLength: 300 })))
    .map(([{ method, id }, body]) => ({ method, id, type: jsonType, body: body && Buffer.from(body) }));
  const sealed = oddBytes(world.sealed).map((body) => ({
    method: 'POST',
    id: '/api/v1/kiosk/sealed',
    type: 'application/octet-stream',
    body
  }));
  const list = fc
    .tuple(
      fc.constantFrom('/api/v1/staff/students', '/api/v1/staff/students/preview'),
      oddBytes(Buffer.from('学号,姓名,班级\n2022310001,林晓,软件1班\n'))
    )
    .map(([id, body]) => ({ method: 'POST', id, type: 'text/csv', body }));
  return fc.oneof(
    { weight: 6, arbitrary: made(formRequest(world)) },
    { weight: 8, arbitrary: made(json) },
    { weight: 5, arbitrary: made(address) },
    { weight: 1, arbitrary: made(sealed) },
    { weight: 1, arbitrary: made(list) }
  );
}

/** Submissions, whole or a part of one. */
function formRequest(world: World) {
  const sample = formSample(world, numberOf(9));
  const part = fc.oneof(
    fc.constantFrom('registration', 'report', 'details', 'photo', '__proto__'),
    oddHeader
  );
  const form = fc
    .record({
      registration: oddJson(sample.registration),
      report: mostly(fc.constant(JSON.stringify(sample.report)), oddJson(sample.report), 3),
      details: mostly(fc.constant(JSON.stringify(agreedDetails())), oddJson(sample.details), 2),
      photo: mostly(fc.constant(Buffer.from(world.photo)), oddBytes(world.photo), 3),
      name: mostly(fc.constant('photo'), part, 10),
      twice: fc.boolean()
    })
    .map(({ photo, name, twice, ...texts }) =>
      Buffer.concat([
        ...Object.entries(texts).map(([name, text]) => textPart(name, text)),
        ...(twice ? [textPart('details', texts.details)] : []),
        Buffer.from(
          `--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="p.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
        ),
        photo,
        Buffer.from(`\r\n--${boundary}--\r\n`)
      ])
    );
  const bytes = mostly(form, form.chain(oddBytes));
  return fc
    .tuple(bytes, fc.option(fc.constantFrom(...ranges), { freq: 4 }), fc.nat(100))
    .map(([body, range, share]) => {
      const cut = Math.floor((body.length * share) / 100);
      const headers: Record<string, string> = {};
      if (range !== null)
        headers['content-range'] = share % 2 ? range : `bytes 0-${Math.max(0, cut - 1)}/${body.length}`;
      return {
        method: 'PUT',
        id: '/api/v1/submissions/[id]',
        type: formType,
        body: range === null ? body : body.subarray(0, cut),
        headers
      };
    });
}

const textPart = (name: string, text: string) =>
  Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`);
