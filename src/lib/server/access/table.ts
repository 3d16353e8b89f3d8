/**
 * Who may call what. `anyone`: no sign-in, and nothing that belongs to anybody; `key`: the bearer of a submission's
 * key, checked where the submission is read; `collector`: the bearer of the metrics' token; `reviewer` and `admin`: signed-in staff, checked by the guard before any
 * handler runs. An admin may do what a reviewer may.
 */
export type Access = 'anyone' | 'key' | 'collector' | 'reviewer' | 'admin';
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Endpoints by route id and method, and the console's pages; pages of the flow hold no data of the server's. */
export const access: Readonly<Record<string, Partial<Record<Method, Access>>>> = {
  '/api/v1/health': { GET: 'anyone' },
  '/api/v1/health/live': { GET: 'anyone' },
  // The collector's own token, checked by the handler.
  '/api/v1/metrics': { GET: 'collector' },
  '/api/v1/campaigns/[code]': { GET: 'anyone' },
  '/api/v1/permits': { GET: 'anyone' },
  '/api/v1/codes/resolve': { POST: 'anyone' },
  '/api/v1/submissions/[id]': { PUT: 'key', GET: 'key' },
  '/api/v1/submissions/[id]/withdraw': { POST: 'key' },
  // A receipt and its student number, which say how it stands and nothing else.
  '/api/v1/receipts': { POST: 'anyone' },
  '/api/v1/account': { GET: 'anyone' },
  '/api/v1/account/session': { DELETE: 'anyone' },
  '/api/v1/account/bind': { POST: 'key' },
  '/api/v1/account/passkey/[step]': { POST: 'anyone' },
  '/sign-in/[provider]': { GET: 'anyone' },
  '/sign-in/[provider]/callback': { GET: 'anyone' },
  '/api/v1/data-use': { GET: 'anyone' },
  '/api/v1/messages': { GET: 'anyone' },
  '/api/v1/messages/unsubscribe': { POST: 'anyone' },
  '/api/v1/submissions/[id]/messages': { PUT: 'key' },
  // Sealed by a kiosk; what is inside brings its own key.
  '/api/v1/kiosk/sealed': { POST: 'anyone' },
  '/api/v1/payments': { GET: 'anyone', POST: 'key' },
  '/api/v1/payments/[id]': { GET: 'key' },
  // Signed by the provider.
  '/api/v1/payments/callbacks/[driver]': { POST: 'anyone' },
  '/api/v1/payments/sandbox': { POST: 'anyone' },

  '/api/v1/staff/session': { GET: 'anyone', POST: 'anyone', DELETE: 'reviewer' },
  '/api/v1/staff/campaigns': { GET: 'reviewer' },
  '/api/v1/staff/summary': { GET: 'reviewer' },
  '/api/v1/staff/queue': { POST: 'reviewer' },
  '/api/v1/staff/claims': { POST: 'reviewer' },
  '/api/v1/staff/release': { POST: 'reviewer' },
  '/api/v1/staff/verdicts': { POST: 'reviewer' },
  '/api/v1/staff/undo': { POST: 'reviewer' },
  '/api/v1/staff/submissions/[id]': { GET: 'reviewer' },
  '/api/v1/staff/submissions/[id]/photo': { GET: 'reviewer' },
  '/api/v1/staff/submissions/[id]/unmask': { POST: 'reviewer' },
  '/api/v1/staff/export': { GET: 'admin' },
  '/api/v1/staff/students': { POST: 'admin' },
  '/api/v1/staff/bindings': { DELETE: 'admin' },
  '/api/v1/staff/accounts': { GET: 'admin', POST: 'admin', PATCH: 'admin' },
  '/api/v1/staff/audit': { GET: 'admin' },

  '/review/sign-in': { GET: 'anyone' },
  '/review/sign-in/sso': { GET: 'anyone' },
  '/review/sign-in/sso/callback': { GET: 'anyone' },
  '/review': { GET: 'reviewer' },
  '/review/desk': { GET: 'reviewer' },
  '/review/photo/[id]': { GET: 'reviewer' },
  '/review/batch': { GET: 'reviewer' },
  '/review/log': { GET: 'admin' },
  '/review/staff': { GET: 'admin' },
  '/review/unit': { GET: 'admin' }
};

/** Whether a route is the staff's: there, what the table does not name is refused. */
export const isStaffRoute = (route: string) => /^\/(review|api\/v1\/staff)(\/|$)/.test(route);

/** Who may call a route; null: nobody. HEAD is answered as GET is. */
export function accessOf(route: string, method: string): Access | null {
  const listed = access[route]?.[(method === 'HEAD' ? 'GET' : method) as Method];
  return listed ?? (isStaffRoute(route) ? null : 'anyone');
}
