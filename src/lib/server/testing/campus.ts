/** A campus's sign-in servers, for tests: an OpenID provider that is the real program, and CAS 3.0 as it is published. */
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export interface Counterpart {
  url: string;
  stop(): void;
}

/** A counterpart on a port of its own. */
export async function serveCounterpart(answer: RequestListener): Promise<Counterpart> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    }
  };
}

/** The campus's sign-in page: a name and a button, and a way to leave. */
const form = `<!doctype html><title>Campus</title><form method="post"><label>User <input name="user"></label>
<button name="act" value="in">Sign in</button> <button name="act" value="out">Cancel</button></form>`;

function showForm(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' }).end(form);
}

async function typed(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return new URLSearchParams(body);
}

/**
 * An OpenID provider that verified everybody's address but those of `unverified…`, with one client, `gradframe` with the secret `secret`, that demands PKCE.
 *
 * @param redirect where the client is called back
 * @param present who has signed in already; without it the sign-in page asks
 */
export async function campusOidc(redirect: string, present?: string): Promise<Counterpart> {
  const counterpart = await serveCounterpart((request, response) => void handler(request, response));
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(counterpart.url, {
    clients: [
      {
        client_id: 'gradframe',
        client_secret: 'secret',
        redirect_uris: [redirect],
        token_endpoint_auth_method: 'client_secret_post'
      }
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
    cookies: { keys: ['test'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/login/${interaction.uid}` },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@Campus.example`, email_verified: !id.startsWith('unverified') })
    }),
    // The one client is the campus's own: nothing to consent to.
    async loadExistingGrant(context) {
      const grant = new context.oidc.provider.Grant({
        clientId: context.oidc.client!.clientId,
        accountId: context.oidc.session!.accountId!
      });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    }
  });
  const handle = provider.callback();
  async function handler(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!request.url?.startsWith('/login/')) return void handle(request, response);
    if (!present && request.method !== 'POST') return showForm(response);
    const filled = present ? null : await typed(request);
    const accountId = present ?? filled?.get('user') ?? '';
    await provider.interactionFinished(
      request,
      response,
      filled?.get('act') === 'out' ? { error: 'access_denied' } : { login: { accountId } }
    );
  }
  return counterpart;
}

/** CAS 3.0: tickets for one service and one use, XML as in the protocol's appendix. */
export async function campusCas(): Promise<
  Counterpart & { issue(user: string, service: string, ticket?: string): string }
> {
  const tickets = new Map<string, { user: string; service: string }>();
  const issue = (user: string, service: string, ticket = `ST-${randomUUID()}`) => {
    tickets.set(ticket, { user, service });
    return ticket;
  };
  async function handler(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url!, 'http://cas');
    const service = searchParams.get('service') ?? '';
    if (pathname === '/login') {
      if (request.method !== 'POST') return showForm(response);
      const filled = await typed(request);
      const back = new URL(service);
      if (filled.get('act') === 'in')
        back.searchParams.set('ticket', issue(filled.get('user') ?? '', service));
      return void response.writeHead(303, { location: back.href }).end();
    }
    if (pathname !== '/p3/serviceValidate') return void response.writeHead(404).end();
    const ticket = searchParams.get('ticket') ?? '';
    const found = tickets.get(ticket);
    tickets.delete(ticket);
    response.writeHead(200, { 'content-type': 'text/xml' }).end(
      found?.service === service
        ? `<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'>
             <cas:authenticationSuccess><cas:user>${found.user}</cas:user></cas:authenticationSuccess></cas:serviceResponse>`
        : `<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationFailure code="INVALID_TICKET">
             <cas:authenticationSuccess><cas:user>admin</cas:user></cas:authenticationSuccess></cas:authenticationFailure></cas:serviceResponse>`
    );
  }
  return { ...(await serveCounterpart((request, response) => void handler(request, response))), issue };
}
