import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the emulated gateways have in common: a trade, key pairs, and a server that answers for one of them. */
export interface Trade {
  id: string;
  /** In fen. */
  total: number;
  state: 'open' | 'paid' | 'closed';
  /** Each number a refund was asked under, once. */
  refunds: Set<string>;
}

export interface Asked {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
}

export interface Answered {
  status: number;
  body: string | Uint8Array;
  headers?: Record<string, string>;
}

export interface Callback {
  headers: Headers;
  body: string;
}

/** An RSA key pair, each half as PEM. */
export const keyPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
  });

/** The merchant's keys, the gateway's own, and those of somebody else. */
export interface Keys {
  ours: ReturnType<typeof keyPair>;
  theirs: ReturnType<typeof keyPair>;
  strangers: ReturnType<typeof keyPair>;
}

/** The payer pays; false where there is nothing to pay any more. */
export function payTrade(trade: Trade | undefined): boolean {
  if (trade?.state !== 'open') return false;
  trade.state = 'paid';
  return true;
}

/** Serves a gateway on this machine. */
export async function serveGateway(handle: (asked: Asked) => Answered) {
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const headers = new Headers(request.headers as Record<string, string>);
      const url = new URL(request.url!, base);
      const body = Buffer.concat(parts).toString();
      const answer = handle({ method: request.method!, url, headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    base,
    stop: () => {
      server.closeAllConnections();
      server.close();
    }
  };
}
