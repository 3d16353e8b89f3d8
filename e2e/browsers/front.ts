/**
 * Stands between a browser and a server of the test's own: puts the drawn camera into each document, as WebDriver has
 * no other way to be there before a page's own scripts, and can be out of reach, as a network is.
 */
import { createHash } from 'node:crypto';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { freePort, startServer } from '../../scripts/lib/server.mjs';
import { drawnCamera } from './drawn-camera';

export interface Front {
  url: string;
  /** The server's data folder. */
  data: string;
  /** What pages threw. */
  errors: string[];
  /** Nothing listens there any longer, and what was under way is cut off. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

/** What the window's name says where the camera is refused. */
export const refused = 'refused';
const errorsPath = '/front/errors';
const script = `(${drawnCamera})(${JSON.stringify(refused)}, ${JSON.stringify(errorsPath)})`;
const allowed = `script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`;

export async function startFront(): Promise<Front> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const server = await startServer({ env: { ORIGIN: url } });
  const errors: string[] = [];
  const sockets = new Set<Socket>();
  const front = createServer((asked, answer) => {
    if (asked.url === errorsPath) void noted(asked, answer, errors);
    else passOn(asked, answer, new URL(server.url).port);
  });
  front.keepAliveTimeout = 0;
  front.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  const comeBack = () =>
    new Promise<void>((resolve, reject) => {
      front.once('error', reject);
      front.listen(port, 'localhost', () => {
        front.off('error', reject);
        resolve();
      });
    });
  const goAway = () =>
    new Promise<void>((resolve) => {
      front.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  await comeBack();
  return {
    url,
    data: server.data,
    errors,
    goAway,
    comeBack,
    stop: async () => {
      await goAway();
      await server.stop();
    }
  };
}

async function noted(asked: IncomingMessage, answer: ServerResponse, errors: string[]): Promise<void> {
  let text = '';
  for await (const part of asked.setEncoding('utf8')) text += String(part);
  errors.push(text);
  answer.writeHead(204).end();
}

function passOn(asked: IncomingMessage, answer: ServerResponse, port: string): void {
  const headers = { ...asked.headers };
  // A document is to be read here; only files have an ending.
  if (!/\.\w+$/.test(asked.url!.split('?')[0]!)) delete headers['accept-encoding'];
  const passed = request(
    { host: '127.0.0.1', port, path: asked.url, method: asked.method, headers },
    (answered) => {
      const document = answered.headers['content-type']?.startsWith('text/html') === true;
      if (document) void withCamera(answered, answer);
      else answered.pipe(answer.writeHead(answered.statusCode!, answered.headers));
    }
  );
  // The browser's end sees the same.
  passed.on('error', () => answer.destroy());
  answer.on('close', () => passed.destroy());
  asked.pipe(passed);
}

async function withCamera(answered: IncomingMessage, answer: ServerResponse): Promise<void> {
  let text = '';
  for await (const part of answered.setEncoding('utf8')) text += String(part);
  const headers = { ...answered.headers };
  delete headers['content-length'];
  const policy = headers['content-security-policy'];
  if (typeof policy === 'string') headers['content-security-policy'] = policy.replace('script-src', allowed);
  answer.writeHead(answered.statusCode!, headers);
  answer.end(text.replace('<head>', `<head><script>${script}</script>`));
}
