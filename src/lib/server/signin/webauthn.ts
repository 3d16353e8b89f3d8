import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON
} from '@simplewebauthn/server';

/** The site a passkey is for. */
export interface Site {
  /** Host name. */
  id: string;
  origin: string;
}

/** The site of an address of this endpoint. */
export const siteOf = ({ hostname, origin }: URL): Site => ({ id: hostname, origin });

/** What is kept of a passkey. */
export interface Credential {
  id: string;
  /** Base64url. */
  publicKey: string;
  /** Uses, as the authenticator counts them; 0 where it does not. */
  counter: number;
}

/** Whose passkey is made. */
export interface Owner {
  /** The same for each of the owner's passkeys; the authenticator keeps it. */
  handle: Uint8Array<ArrayBuffer>;
  /** Shown where the authenticator asks which one. */
  name: string;
}

/**
 * WebAuthn for one kind of account.
 *
 * @param verified the authenticator must ask for a PIN, a finger or a face: two factors in one step
 */
export function webAuthn(verified: boolean) {
  const userVerification = verified ? 'required' : 'preferred';
  return {
    /** @param present ids of the owner's passkeys, which the same device makes no second of */
    create: (site: Site, { handle, name }: Owner, present: readonly string[] = []) =>
      generateRegistrationOptions({
        rpName: '学照 Gradframe',
        rpID: site.id,
        userName: name,
        userID: handle,
        attestationType: 'none',
        excludeCredentials: present.map((id) => ({ id })),
        authenticatorSelection: { residentKey: 'required', userVerification }
      }),
    /** The passkey that answers the challenge, or null. */
    async created(
      site: Site,
      challenge: string,
      response: RegistrationResponseJSON
    ): Promise<Credential | null> {
      const found = await verifyRegistrationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: site.origin,
        expectedRPID: site.id,
        requireUserVerification: verified
      }).catch(() => null); // forged or out of date: refused
      if (!found?.verified || !found.registrationInfo) return null;
      const { id, publicKey, counter } = found.registrationInfo.credential;
      return { id, publicKey: Buffer.from(publicKey).toString('base64url'), counter };
    },
    use: (site: Site) => generateAuthenticationOptions({ rpID: site.id, userVerification }),
    /** The counter after this use, or null where the passkey does not answer the challenge. */
    async used(
      site: Site,
      challenge: string,
      response: AuthenticationResponseJSON,
      { id, publicKey, counter }: Credential
    ): Promise<number | null> {
      const found = await verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: site.origin,
        expectedRPID: site.id,
        requireUserVerification: verified,
        credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter }
      }).catch(() => null); // forged or out of date: refused
      return found?.verified ? found.authenticationInfo.newCounter : null;
    }
  };
}
