import { request, type Agent } from 'node:http';
import { csrfHeader } from '../../src/lib/api/contracts/staff';
import type { Session } from '../faults/reviewers';
import type { FuzzRequest } from './requests';

const timeoutMs = 30_000;

/** The status of the answer, read to its end; null when there was none. */
export function sendOdd(
  url: string,
  { method, path, headers, body, chunked }: FuzzRequest,
  session: Session | null,
  agent: Agent | false
): Promise<number | null> {
  const { hostname, port, origin } = new URL(url);
  return new Promise((resolve) => {
    const sending = request(
      {
        hostname,
        port,
        method,
        path,
        agent,
        timeout: timeoutMs,
        headers: {
          origin,
          ...(session && { cookie: session.cookie, [csrfHeader]: session.csrf }),
          ...(body && !chunked && { 'content-length': body.length }),
          ...headers
        }
      },
      (answer) => {
        answer.resume();
        answer.on('error', () => resolve(null));
        answer.on('end', () => resolve(answer.statusCode ?? null));
      }
    );
    sending.on('error', () => resolve(null));
    sending.on('timeout', () => sending.destroy());
    sending.on('close', () => resolve(null));
    if (body) sending.write(body);
    sending.end();
  });
}
