import { expect, it } from 'vitest';
import { isForeign } from './origin';
import { routesIn } from '../testing/routes';

const url = new URL('https://photo.example.edu.cn/somewhere');
const here = url.origin;
const callbacks = '/api/v1/payments/callbacks/[driver]';

function asked(id: string, method: string, headers: Record<string, string>): boolean {
  // Plain objects: a Request of the platform would not carry an origin.
  const request = { method, headers: new Headers(headers) } as Request;
  return isForeign({ request, url, route: { id } as never });
}

const changing = routesIn('src/routes').flatMap(({ id, methods }) =>
  Object.keys(methods)
    .filter((method) => method !== 'GET')
    .map((method) => [method, id] as const)
);

it.each(changing.filter(([, id]) => id !== callbacks && !id.startsWith('/api/v1/staff')))(
  '%s %s takes nothing from another site, whatever it calls itself',
  (method, id) => {
    for (const origin of ['https://elsewhere.example', 'null', 'http://photo.example.edu.cn'])
      for (const type of ['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])
        expect(
          asked(id, method, { origin, ...(type && { 'content-type': type }) }),
          `${origin} ${type}`
        ).toBe(true);
  }
);

it.each(changing.filter(([, id]) => id !== callbacks))(
  '%s %s takes no form without an origin',
  (method, id) => {
    for (const type of [
      'text/plain',
      'Application/X-WWW-Form-Urlencoded',
      'multipart/form-data; boundary=x'
    ]) {
      expect(asked(id, method, { 'content-type': type }), type).toBe(true);
      expect(asked(id, method, { 'content-type': type, origin: 'https://elsewhere.example' }), type).toBe(
        true
      );
      expect(asked(id, method, { 'content-type': type, origin: here }), type).toBe(false);
    }
  }
);

it('lets programs, the pages’ own requests, reading, and the payment providers through', () => {
  expect(asked('/api/v1/codes/resolve', 'POST', { 'content-type': 'application/json' })).toBe(false);
  expect(asked('/api/v1/codes/resolve', 'POST', { 'content-type': 'application/json', origin: here })).toBe(
    false
  );
  expect(asked('/api/v1/campaigns/[code]', 'GET', { origin: 'https://elsewhere.example' })).toBe(false);
  expect(asked(callbacks, 'POST', { 'content-type': 'application/x-www-form-urlencoded' })).toBe(false);
  expect(changing.length).toBeGreaterThan(15);
});
