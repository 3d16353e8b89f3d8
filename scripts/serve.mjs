/**
 * Serves the production build. Configuration comes from the environment; see the README's table. Ends gracefully
 * on SIGTERM and SIGINT: requests in hand are answered first.
 */
import './lib/umask.mjs';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { contentPolicy } from './lib/content-policy.mjs';
import { root } from './lib/run.mjs';

const env = process.env;

/** @param {string} line @returns {never} */
function refuse(line) {
  console.error(line);
  process.exit(2);
}

const port = Number(env.PORT ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65535) refuse('PORT must be a number from 1 to 65535.');
const origin = env.ORIGIN ?? `http://localhost:${port}`;
if (!/^https?:\/\/[^/]+$/.test(origin))
  refuse('ORIGIN must be an address such as https://photo.example.edu.cn.');

for (const [name, least] of /** @type {const} */ ([
  ['XFF_DEPTH', 1],
  ['SHUTDOWN_TIMEOUT', 0],
  ['BODY_SIZE_LIMIT', 1]
])) {
  const given = env[name];
  if (given !== undefined && !(/^\d+$/.test(given) && Number(given) >= least))
    refuse(`${name} must be a whole number of at least ${least}.`);
}

env.PORT = String(port);
env.HOST ??= '127.0.0.1';
env.ORIGIN = origin;
env.GRADFRAME_DATA = resolve(root, env.GRADFRAME_DATA ?? 'data');
// A unit's list of students (review/list/read.ts); every endpoint holds what it reads to its own limit.
env.BODY_SIZE_LIMIT ??= String(12_000_000);
env.SHUTDOWN_TIMEOUT ??= '10';

const data = env.GRADFRAME_DATA;
if (existsSync(data) && statSync(data).mode & 0o077)
  console.error(`Other users of this machine can open ${data}: close it with  chmod -R go= ${data}`);

const server = join(root, 'build', 'index.js');
if (!existsSync(server))
  refuse('There is no build yet: run `npm run build` first, or `npm run launch` for everything.');
/** Of every answer, also of those that the framework never sees; a page's own policy replaces this one. */
const headers = {
  'content-security-policy': contentPolicy,
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // With the opener's policy it isolates the page, which lets wasm share memory between threads.
  'cross-origin-embedder-policy': 'require-corp',
  ...(origin.startsWith('https:') && { 'strict-transport-security': 'max-age=31536000' })
};
/** How long the rest of a body that was refused unread may take, ms. */
const restMs = 2_000;

/**
 * Reads the rest of a body that was answered before its end, or closes the connection: the next request on it, which a
 * proxy may send for somebody else, would wait behind the rest and be cut off.
 * @param {import('node:http').IncomingMessage} request
 */
function readOff(request) {
  if (request.complete) return;
  request.removeAllListeners('data');
  request.resume();
  const limit = setTimeout(() => request.socket.destroy(), restMs);
  for (const end of ['end', 'close', 'error']) request.once(end, () => clearTimeout(limit));
}

// Started by a program that was killed: nobody would end it.
if (process.channel) {
  process.once('disconnect', () => process.exit(0));
  process.channel.unref();
}
const running = await import(pathToFileURL(server).href);
running.server.server.prependListener(
  'request',
  (
    /** @type {import('node:http').IncomingMessage} */ request,
    /** @type {import('node:http').ServerResponse} */ response
  ) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.once('finish', () => readOff(request));
  }
);
console.log(`\n  Gradframe 学照 is ready. Open ${origin}\n`);
