/** Something between the browser and the product's server: a campus network, a proxy, a release that comes meanwhile. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Gateway {
  url: string;
  /** Answers in the server's place; false leaves it to the server. Null: nobody does. */
  instead: ((request: IncomingMessage, response: ServerResponse) => boolean) | null;
  /** Changes what the server answered, unpacked, before it goes on. */
  change: ((path: string, body: Buffer) => Buffer) | null;
  close(): void;
}

/** The page that a network gives in place of everything until it is signed in to, as if all were well. */
export const loginPage = '<!doctype html><html><body><h1>Campus Wi-Fi</h1><form></form></body></html>';

export function giveLoginPage(response: ServerResponse): true {
  response.writeHead(200, { 'content-type': 'text/html' }).end(loginPage);
  return true;
}

export async function startGateway(server: string): Promise<Gateway> {
  const gateway: Gateway = {
    url: '',
    instead: null,
    change: null,
    close() {
      front.closeAllConnections();
      front.close();
    }
  };
  const front = createServer((incoming, outgoing) => {
    if (gateway.instead?.(incoming, outgoing)) return;
    const path = incoming.url!;
    const headers = { ...incoming.headers };
    // What is changed must be sent anew, and unpacked.
    if (gateway.change) {
      delete headers['if-none-match'];
      headers['accept-encoding'] = 'identity';
    }
    const onward = ask(server + path, { method: incoming.method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        const changed = gateway.change?.(path, body) ?? body;
        const { 'transfer-encoding': packed, ...rest } = answer.headers;
        void packed;
        outgoing.writeHead(answer.statusCode!, { ...rest, 'content-length': changed.length }).end(changed);
      });
    });
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  gateway.url = `http://localhost:${(front.address() as AddressInfo).port}`;
  return gateway;
}
