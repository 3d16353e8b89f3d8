import { connect } from 'node:tls';

/** What a check found; `warn` needs a look, `fail` keeps students from handing in. */
export interface Line {
  result: 'ok' | 'warn' | 'fail';
  name: string;
  text: string;
}

/** Asks an instance one thing from outside. @throws where it does not answer */
export type Check = (origin: URL) => Promise<Line[]>;

/** A check waits no longer, ms. */
const patienceMs = 10_000;
/** What students' clocks may be off without harm, seconds. */
const clockSeconds = 30;
const dayMs = 86_400_000;

const ask = (url: URL, init: RequestInit = {}) =>
  fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(patienceMs), ...init });
const line = (result: Line['result'], name: string, text: string): Line => ({ result, name, text });
/** @param wrong told where it is not `right` */
const demand = (right: boolean, name: string, good: string, wrong: string): Line =>
  right ? line('ok', name, good) : line('fail', name, wrong);

const tls: Check = async (origin) => {
  if (origin.protocol !== 'https:') {
    const local = ['localhost', '127.0.0.1', '[::1]'].includes(origin.hostname);
    return [
      local
        ? line('warn', 'tls', 'http on this machine: cameras work here only')
        : line('fail', 'tls', 'http: browsers give no page of this address the camera; serve it over https')
    ];
  }
  const until = await certificateEnd(origin);
  const days = Math.floor((until - Date.now()) / dayMs);
  const plain = await ask(new URL(`http://${origin.hostname}/`)).catch(
    // nothing answers there, which is right too
    () => null
  );
  return [
    days > 14
      ? line('ok', 'tls', `certificate trusted, ${days} days left`)
      : line(days > 0 ? 'warn' : 'fail', 'tls', `the certificate ends in ${days} days`),
    plain === null || (plain.status >= 300 && plain.status < 400)
      ? line('ok', 'http', plain === null ? 'nothing answers on http' : 'http leads to https')
      : line('warn', 'http', `http answers ${plain.status} instead of leading to https`)
  ];
};

/** When the certificate ends, ms of the epoch. @throws Error where it is not trusted */
const certificateEnd = (origin: URL) =>
  new Promise<number>((resolve, reject) => {
    const port = Number(origin.port || 443);
    const socket = connect({ host: origin.hostname, port, servername: origin.hostname }, () => {
      resolve(Date.parse(socket.getPeerCertificate().valid_to));
      socket.end();
    });
    socket.setTimeout(patienceMs, () => socket.destroy(new Error('no answer')));
    socket.once('error', reject);
  });

const headers: Check = async (origin) => {
  const page = await ask(new URL('/', origin));
  const all = page.headers;
  const policy = all.get('content-security-policy') ?? '';
  const camera = all.get('permissions-policy') ?? '';
  return [
    demand(page.ok, 'page', `the first page answers ${page.status}`, `the first page answers ${page.status}`),
    demand(
      /default-src|script-src/.test(policy) && !policy.includes('*'),
      'policy',
      'content security policy is there',
      'the content security policy is missing or altered: does the proxy remove headers?'
    ),
    demand(
      /camera=\(self\)/.test(camera),
      'camera',
      'pages may ask for the camera',
      `permissions-policy is “${camera}”: no page gets the camera`
    ),
    demand(
      all.get('x-content-type-options') === 'nosniff',
      'nosniff',
      'types are not guessed',
      'x-content-type-options is missing'
    ),
    ...(origin.protocol === 'https:' && !all.get('strict-transport-security')
      ? [line('warn', 'hsts', 'no strict-transport-security: is ORIGIN set to the https address?')]
      : [])
  ];
};

const clock: Check = async (origin) => {
  const began = Date.now();
  const answer = await ask(new URL('/api/v1/health/live', origin));
  const told = Date.parse(answer.headers.get('date') ?? '');
  const seconds = Math.abs(told - (began + Date.now()) / 2) / 1000;
  return [
    demand(
      seconds <= clockSeconds,
      'clock',
      `${seconds.toFixed(0)} s from this machine’s`,
      Number.isNaN(seconds) ? 'no date header' : `${seconds.toFixed(0)} s from this machine’s`
    )
  ];
};

const health: Check = async (origin) => {
  const began = performance.now();
  const answer = await ask(new URL('/api/v1/health', origin));
  const ms = Math.round(performance.now() - began);
  return [
    demand(
      answer.status === 200,
      'health',
      `database and photo store answer (${ms} ms)`,
      `answers ${answer.status}: database, photo store or disk; see health.failed in the log`
    )
  ];
};

/** A token that nobody has ends nothing; refused as another site's where the server takes itself for another address. */
const address: Check = async (origin) => {
  const answer = await ask(new URL('/api/v1/messages/unsubscribe', origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: origin.origin },
    body: JSON.stringify({ token: 'a'.repeat(43) })
  });
  return [
    demand(
      answer.status === 204,
      'origin',
      'requests of its own pages are taken',
      `requests of its own pages are answered ${answer.status}: ORIGIN is another address`
    )
  ];
};

/** Every model and program of the image core, by the service worker's own list. */
const models: Check = async (origin) => {
  const script = await (await ask(new URL('/service-worker.js', origin))).text();
  const paths = new Set(script.match(/\/?_app\/immutable\/[\w./-]+\.(?:task|tflite|onnx|wasm)(?![\w.-])/g));
  if (paths.size === 0) return [line('fail', 'models', 'the service worker’s list is not there')];
  const missing: string[] = [];
  let slow = 0;
  for (const path of paths) {
    const answer = await ask(new URL(path.replace(/^\/?/, '/'), origin), { method: 'HEAD' });
    if (!answer.ok || /text\/html/.test(answer.headers.get('content-type') ?? '')) missing.push(path);
    else if (!/immutable/.test(answer.headers.get('cache-control') ?? '')) slow++;
  }
  return [
    demand(missing.length === 0, 'models', `${paths.size} files are there`, `missing: ${missing.join(', ')}`),
    ...(slow
      ? [line('warn', 'cache', `${slow} of them are not marked immutable: fetched at every visit`)]
      : [])
  ];
};

/** A body as large as a form may be comes through the proxy: refused by the app for what it is, not for its size. */
const limits: Check = async (origin) => {
  const answer = await ask(new URL(`/api/v1/submissions/${crypto.randomUUID()}`, origin), {
    method: 'PUT',
    headers: { 'content-type': 'multipart/form-data; boundary=x', authorization: `Bearer ${'a'.repeat(43)}` },
    body: new Uint8Array(1_200_000)
  });
  const ours = /problem\+json/.test(answer.headers.get('content-type') ?? '');
  return [
    demand(
      ours && answer.status !== 413,
      'size',
      'photos come through',
      `a form of 1.2 MB is answered ${answer.status} before it reaches the app: raise the proxy’s body limit to 2 MB`
    )
  ];
};

export const checks: Readonly<Record<string, Check>> = {
  tls,
  headers,
  clock,
  health,
  address,
  models,
  limits
};
