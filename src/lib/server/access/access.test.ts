import { expect, it } from 'vitest';
import { routesIn } from '../testing/routes';
import { isConsolePage, pageAccess, pages } from './access';

const routes = routesIn('src/routes');
const endpoints = routes.filter(({ id }) => /^\/(api|sign-in)\/|^\/review\/sign-in\/./.test(id));

/** Written once more, so that whoever changes who may call what changes it here too. */
const expected = {
  '/api/v1/account': { GET: 'anyone' },
  '/api/v1/account/bind': { POST: 'key' },
  '/api/v1/account/factors': { DELETE: 'anyone' },
  '/api/v1/account/passkey/[step]': { POST: 'anyone' },
  '/api/v1/account/session': { DELETE: 'anyone' },
  '/api/v1/campaigns/[code]': { GET: 'anyone' },
  '/api/v1/codes/resolve': { POST: 'anyone' },
  '/api/v1/data-use': { GET: 'anyone' },
  '/api/v1/health': { GET: 'anyone' },
  '/api/v1/health/live': { GET: 'anyone' },
  // Signed by this endpoint, and good once.
  '/api/v1/kiosk/join': { POST: 'anyone' },
  '/api/v1/kiosk/keys': { GET: 'anyone' },
  // Sealed by a kiosk; what is inside brings its own key.
  '/api/v1/kiosk/sealed': { POST: 'anyone' },
  '/api/v1/messages': { GET: 'anyone' },
  // The token was sent to the address.
  '/api/v1/messages/confirm': { POST: 'anyone' },
  '/api/v1/messages/unsubscribe': { POST: 'anyone' },
  '/api/v1/metrics': { GET: 'collector' },
  '/api/v1/payments': { GET: 'anyone', POST: 'key' },
  '/api/v1/payments/[id]': { GET: 'key' },
  // Signed by the provider.
  '/api/v1/payments/callbacks/[driver]': { POST: 'anyone' },
  '/api/v1/payments/sandbox': { POST: 'anyone' },
  '/api/v1/permits': { GET: 'anyone' },
  // A receipt and its student number, which say how it stands and nothing else.
  '/api/v1/receipts': { POST: 'anyone' },
  '/api/v1/staff/accounts': { GET: 'admin', POST: 'admin', PATCH: 'admin' },
  '/api/v1/staff/audit': { GET: 'admin' },
  '/api/v1/staff/bindings': { DELETE: 'admin' },
  '/api/v1/staff/campaigns': { GET: 'reviewer' },
  '/api/v1/staff/campaigns/settings': { GET: 'admin', POST: 'admin' },
  '/api/v1/staff/campaigns/settings/[code]': { PUT: 'admin', PATCH: 'admin' },
  '/api/v1/staff/choices': { POST: 'admin' },
  '/api/v1/staff/claims': { POST: 'reviewer' },
  '/api/v1/staff/enrolment': { PUT: 'admin', DELETE: 'admin' },
  '/api/v1/staff/enrolment/match': { POST: 'admin' },
  '/api/v1/staff/export': { GET: 'admin' },
  '/api/v1/staff/export/preview': { POST: 'admin' },
  '/api/v1/staff/jobs': { GET: 'admin' },
  '/api/v1/staff/missing': { GET: 'admin' },
  '/api/v1/staff/overview': { GET: 'reviewer' },
  '/api/v1/staff/passkeys': { GET: 'staff', PATCH: 'reviewer', DELETE: 'reviewer' },
  '/api/v1/staff/passkeys/[step]': { POST: 'staff' },
  '/api/v1/staff/queue': { POST: 'reviewer' },
  '/api/v1/staff/release': { POST: 'reviewer' },
  '/api/v1/staff/reminders': { GET: 'admin', POST: 'admin' },
  '/api/v1/staff/session': { GET: 'anyone', POST: 'anyone', DELETE: 'staff' },
  '/api/v1/staff/session/passkey/[step]': { POST: 'anyone' },
  '/api/v1/staff/kiosks': { POST: 'admin' },
  '/api/v1/staff/students': { POST: 'admin' },
  '/api/v1/staff/students/match': { POST: 'admin' },
  '/api/v1/staff/students/preview': { POST: 'admin' },
  '/api/v1/staff/submissions/[id]': { GET: 'reviewer' },
  '/api/v1/staff/submissions/[id]/enrolment': { GET: 'reviewer' },
  '/api/v1/staff/submissions/[id]/photo': { GET: 'reviewer' },
  '/api/v1/staff/submissions/[id]/unmask': { POST: 'reviewer' },
  '/api/v1/staff/summary': { GET: 'reviewer' },
  '/api/v1/staff/undo': { POST: 'reviewer' },
  '/api/v1/staff/verdicts': { POST: 'reviewer' },
  '/api/v1/submissions/[id]': { PUT: 'key', GET: 'key' },
  '/api/v1/submissions/[id]/messages': { PUT: 'key' },
  '/api/v1/submissions/[id]/withdraw': { POST: 'key' },
  '/review/sign-in/sso': { GET: 'anyone' },
  '/review/sign-in/sso/callback': { GET: 'anyone' },
  '/sign-in/[provider]': { GET: 'anyone' },
  '/sign-in/[provider]/callback': { GET: 'anyone' }
};

it('is declared by every endpoint, and as expected', () => {
  expect(Object.fromEntries(endpoints.map(({ id, methods }) => [id, methods]))).toEqual(expected);
});

it('is what the endpoints’ modules hold, which decide at run time', async () => {
  const modules = import.meta.glob<Record<string, { spec?: { access: string } }>>(
    '/src/routes/**/+server.ts'
  );
  const found: Record<string, Record<string, string | undefined>> = {};
  for (const [file, load] of Object.entries(modules)) {
    const id = file.replace(/^\/src\/routes/, '').replace(/\/\+server\.ts$/, '');
    const handlers = Object.entries(await load());
    found[id.replace(/\/\([^)]*\)/g, '')] = Object.fromEntries(
      handlers.map(([method, handler]) => [method, handler.spec?.access])
    );
  }
  expect(found).toMatchObject(expected);
}, 60_000);

it('names every page of the console, and nothing else', () => {
  const found = routes.filter(({ id }) => isConsolePage(id)).map(({ id }) => id);
  expect(Object.keys(pages).sort()).toEqual(found.sort());
});

it('refuses what it does not name, where the staff is', () => {
  expect(pageAccess('/review/secret')).toBeNull();
  expect(pageAccess('/review')).toBe('reviewer');
  expect(pageAccess('/status')).toBe('anyone');
});
