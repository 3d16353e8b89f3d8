import * as client from 'openid-client';
import { hashOf } from '../accounts';
import { SignInError, type SignInProvider } from '../provider';

export interface OidcSettings {
  /** https; http is taken for localhost only. */
  issuer: string;
  clientId: string;
  secret: string;
}

/** OpenID Connect with PKCE, for a campus's single sign-on. Only the subject is asked for, and kept as a hash. */
export function oidcProvider({ issuer, clientId, secret }: OidcSettings): SignInProvider {
  const { protocol, hostname } = new URL(issuer);
  const local = protocol === 'http:' && ['localhost', '127.0.0.1'].includes(hostname);
  if (protocol !== 'https:' && !local) throw new Error('the issuer must be https');
  let found: client.Configuration | undefined;

  /** Asked for once it is needed, and again after a failure: the campus's server may start later than this one. */
  async function configuration(): Promise<client.Configuration> {
    try {
      found ??= await client.discovery(new URL(issuer), clientId, secret, undefined, {
        ...(local && { execute: [client.allowInsecureRequests] })
      });
      return found;
    } catch {
      throw new SignInError('unreachable');
    }
  }

  return {
    id: 'oidc',
    async start(callback) {
      const config = await configuration();
      const verifier = client.randomPKCECodeVerifier();
      const secrets = { verifier, state: client.randomState(), nonce: client.randomNonce() };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: secrets.state,
        nonce: secrets.nonce
      });
      return { url: url.href, secrets };
    },
    async finish(returned, secrets) {
      if (returned.searchParams.get('error') === 'access_denied') throw new SignInError('cancelled');
      const config = await configuration();
      try {
        const tokens = await client.authorizationCodeGrant(config, returned, {
          pkceCodeVerifier: secrets.verifier!,
          expectedState: secrets.state!,
          expectedNonce: secrets.nonce!,
          idTokenExpected: true
        });
        return hashOf(`${issuer} ${tokens.claims()!.sub}`);
      } catch {
        throw new SignInError('failed');
      }
    }
  };
}
