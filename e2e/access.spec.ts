/** Every endpoint and every page of the console, as the file system lists them, asked by each role. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { expect, test } from '@playwright/test';
import type { Access } from '../src/lib/server/access/access';
import { routesIn } from '../src/lib/server/testing/routes';
import { createStaff, password, signInBy } from './staff';

type Role = 'anonymous' | 'student' | 'reviewer' | 'admin';
const may: Record<Role, readonly Access[]> = {
  anonymous: ['anyone'],
  student: ['anyone', 'key'],
  reviewer: ['anyone', 'staff', 'reviewer'],
  admin: ['anyone', 'staff', 'reviewer', 'admin']
};
const student = { authorization: `Bearer ${randomBytes(32).toString('base64url')}` };

interface Asking {
  role: Role;
  request: APIRequestContext;
  headers: Record<string, string>;
}

/** `open`: the handler ran, whatever it made of the empty request. */
async function outcome({ request, headers }: Asking, id: string, method: string) {
  const path = id.replace('[id]', randomUUID()).replace(/\[\w+\]/g, 'default');
  const response = await request.fetch(path, { method, headers, maxRedirects: 0 });
  const { location = '' } = response.headers();
  if (response.status() === 303 && location.startsWith('/review') && !location.includes('#'))
    return location === '/review/sign-in' ? 'signIn' : 'refused';
  // Led on by the handler.
  if (response.status() === 303) return 'open';
  if (response.ok()) return 'open';
  const { code } = (await response.json().catch(() => ({}))) as { code?: string };
  if (code === 'staff.signIn') return 'signIn';
  if (code === 'staff.forbidden') return 'refused';
  return code === 'request.unauthorised' ? 'key' : 'open';
}

const endsSession = ({ id, method }: { id: string; method: string }) =>
  method === 'DELETE' && id === '/api/v1/staff/session';

test('each route answers each role as the table says', async ({ playwright, baseURL }) => {
  const options = { baseURL };
  const askers: Asking[] = [];
  for (const role of Object.keys(may) as Role[]) {
    const request = await playwright.request.newContext(options);
    let headers: Record<string, string> = role === 'student' ? student : {};
    if (role === 'reviewer' || role === 'admin') {
      await createStaff(`access-${role}`, role);
      headers = await signInBy(request, `access-${role}`);
    }
    askers.push({ role, request, headers });
  }
  const routes = routesIn('src/routes')
    .flatMap(({ id, methods }) => Object.entries(methods).map(([method, access]) => ({ id, method, access })))
    // Signing out comes last.
    .sort((a, b) => Number(endsSession(a)) - Number(endsSession(b)));
  const staffRoutes = routes.filter(({ access }) => access !== 'anyone');
  expect(staffRoutes.length).toBeGreaterThan(3);
  for (const { id, method, access } of routes)
    for (const asking of askers) {
      const signedIn = asking.role === 'reviewer' || asking.role === 'admin';
      const expected = may[asking.role].includes(access!)
        ? 'open'
        : access === 'key' || access === 'collector'
          ? 'key'
          : signedIn
            ? 'refused'
            : 'signIn';
      expect(await outcome(asking, id, method), `${method} ${id} as ${asking.role}`).toBe(expected);
    }
  for (const { request } of askers) await request.dispose();
});

test('a request that changes something comes from the console itself, in a session that still is', async ({
  request,
  baseURL
}) => {
  await createStaff('access-forged', 'reviewer');
  const headers = await signInBy(request, 'access-forged');
  const cookie = (await request.storageState()).cookies.find(({ name }) => name === 'gradframe-staff')!;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  const code = async (given: Record<string, string>) => {
    const response = await request.delete('/api/v1/staff/session', { headers: given });
    return response.ok() ? 'done' : ((await response.json()) as { code: string }).code;
  };
  expect(await code({})).toBe('staff.forged');
  expect(await code({ 'x-csrf': 'x'.repeat(43) })).toBe('staff.forged');
  expect(await code({ ...headers, origin: 'https://elsewhere.example' })).toBe('staff.forged');
  expect(await code({ ...headers, origin: baseURL! })).toBe('done');
  expect(await code(headers)).toBe('staff.signIn');

  // Nor does another site's page reach what students use; what names no origin is a program.
  const resolve = async (given: Record<string, string>) =>
    (await request.post('/api/v1/codes/resolve', { data: { token: 'x' }, headers: given })).status();
  expect(await resolve({ origin: 'https://elsewhere.example' })).toBe(400);
  expect(await resolve({ 'content-type': 'text/plain' })).toBe(400);
  expect(await resolve({ origin: baseURL! })).toBe(422);
  expect(await resolve({})).toBe(422);

  // Another site's form cannot sign anybody in, nor does a wrong password tell more than that it is wrong.
  const data = { name: 'access-forged', password };
  const from = { origin: 'https://elsewhere.example' };
  expect((await request.post('/api/v1/staff/session', { data, headers: from })).status()).toBe(403);
  const wrong = await request.post('/api/v1/staff/session', { data: { ...data, password: 'wrong' } });
  expect(await wrong.json()).toMatchObject({ status: 401, code: 'staff.wrong' });
  for (let i = 0; i < 4; i++)
    await request.post('/api/v1/staff/session', { data: { ...data, password: 'wrong' } });
  expect((await request.post('/api/v1/staff/session', { data })).status()).toBe(429);
});
