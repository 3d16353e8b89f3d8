import * as client from 'openid-client';
import { sha256 } from '../../crypto';
import { requireSecure } from '../../transport';
import { numberOf } from './number';
import { SignInError, type SignInProvider, type SignInSecrets } from '../provider';

export interface OidcSettings {
  /** https; http is taken for localhost only. */
  issuer: string;
  clientId: string;
  secret: string;
  /** Name of the claim that is the student number, `sub` for the id itself; none where it is told nowhere. */
  number?: string;
}

/** By what an OpenID provider says who somebody is: its own id, or a verified e-mail address. */
export type OidcClaim = 'sub' | 'email';

/** OpenID Connect with PKCE. @throws Error when the issuer is no address to trust */
export function oidcClient({ issuer, clientId, secret, number }: OidcSettings, claim: OidcClaim) {
  const plain = new URL(requireSecure(issuer)).protocol === 'http:';
  let found: client.Configuration | undefined;

  /** Asked for once it is needed, and again after a failure: the campus's server may start later than this one. */
  async function configuration(): Promise<client.Configuration> {
    try {
      found ??= await client.discovery(new URL(issuer), clientId, secret, undefined, {
        ...(plain && { execute: [client.allowInsecureRequests] })
      });
      return found;
    } catch (cause) {
      throw new SignInError('unreachable', { cause });
    }
  }

  /** The address, by the provider's own interface; one that nobody verified could be anybody's. */
  async function emailOf(config: client.Configuration, token: string, sub: string): Promise<string> {
    const { email, email_verified: verified } = await client.fetchUserInfo(config, token, sub);
    if (!email || verified !== true) throw new SignInError('failed');
    return email.toLowerCase();
  }

  return {
    async start(callback: string) {
      const config = await configuration();
      const verifier = client.randomPKCECodeVerifier();
      const secrets = { verifier, state: client.randomState(), nonce: client.randomNonce() };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: callback,
        scope: ['openid', claim === 'email' && 'email', number && number !== 'sub' && 'profile']
          .filter(Boolean)
          .join(' '),
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state: secrets.state,
        nonce: secrets.nonce
      });
      return { url: url.href, secrets };
    },
    /** The claim's value, and the student number as it was told. @throws SignInError */
    async finish(returned: URL, secrets: SignInSecrets): Promise<{ value: string; number?: unknown }> {
      if (returned.searchParams.get('error') === 'access_denied') throw new SignInError('cancelled');
      const config = await configuration();
      try {
        const tokens = await client.authorizationCodeGrant(config, returned, {
          pkceCodeVerifier: secrets.verifier!,
          expectedState: secrets.state!,
          expectedNonce: secrets.nonce!,
          idTokenExpected: true
        });
        const claims = tokens.claims()!;
        const { sub } = claims;
        const value = claim === 'sub' ? sub : await emailOf(config, tokens.access_token, sub);
        if (number === undefined) return { value };
        const told: Record<string, unknown> =
          number in claims ? claims : await client.fetchUserInfo(config, tokens.access_token, sub);
        return { value, number: told[number] };
      } catch (cause) {
        throw new SignInError('failed', { cause });
      }
    }
  };
}

/**
 * A campus's single sign-on for students. Only the subject is asked for, and kept as a hash; and the student number where
 * the unit says which claim that is.
 */
export function oidcProvider(settings: OidcSettings): SignInProvider {
  const oidc = oidcClient(settings, 'sub');
  return {
    id: 'oidc',
    start: oidc.start,
    async finish(returned, secrets) {
      const { value, number } = await oidc.finish(returned, secrets);
      return { subject: sha256(`${settings.issuer} ${value}`), ...numberOf(number) };
    }
  };
}
