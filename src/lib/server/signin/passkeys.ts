import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON
} from '@simplewebauthn/server';
import type { SqlDatabase } from '../store/sql';
import { iso } from '../time';

/** The site a passkey is for. */
export interface Site {
  /** Host name. */
  id: string;
  origin: string;
}

export const siteOf = ({ hostname, origin }: URL): Site => ({ id: hostname, origin });

/** Passkeys of students' accounts: they carry no name, and open the account on another device. */
export function passkeys(db: SqlDatabase) {
  return {
    async has(accountId: string): Promise<boolean> {
      const row = await db.get('SELECT 1 AS one FROM account_passkey WHERE account_id = ?', [accountId]);
      return row !== undefined;
    },
    create: (site: Site, accountId: string) =>
      generateRegistrationOptions({
        rpName: '学照 Gradframe',
        rpID: site.id,
        userName: '毕业照片',
        userID: new TextEncoder().encode(accountId),
        attestationType: 'none',
        authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' }
      }),
    /** Keeps it when it answers the challenge; false otherwise. */
    async created(site: Site, accountId: string, challenge: string, response: RegistrationResponseJSON) {
      const found = await verifyRegistrationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: site.origin,
        expectedRPID: site.id,
        requireUserVerification: false
      }).catch(() => null); // forged or out of date: refused
      if (!found?.verified || !found.registrationInfo) return false;
      const { id, publicKey, counter } = found.registrationInfo.credential;
      const { changes } = await db.run(
        `INSERT INTO account_passkey (id, account_id, public_key, counter, made_at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT DO NOTHING`,
        [id, accountId, Buffer.from(publicKey).toString('base64url'), counter, iso()]
      );
      return changes > 0;
    },
    use: (site: Site) => generateAuthenticationOptions({ rpID: site.id, userVerification: 'preferred' }),
    /** The account it opens, or null. */
    async used(site: Site, challenge: string, response: AuthenticationResponseJSON): Promise<string | null> {
      const row = await db.get<{ id: string; account_id: string; public_key: string; counter: number }>(
        'SELECT id, account_id, public_key, counter FROM account_passkey WHERE id = ?',
        [response.id]
      );
      if (!row) return null;
      const found = await verifyAuthenticationResponse({
        response,
        expectedChallenge: challenge,
        expectedOrigin: site.origin,
        expectedRPID: site.id,
        requireUserVerification: false,
        credential: {
          id: row.id,
          publicKey: new Uint8Array(Buffer.from(row.public_key, 'base64url')),
          counter: row.counter
        }
      }).catch(() => null); // forged or out of date: refused
      if (!found?.verified) return null;
      await db.run('UPDATE account_passkey SET counter = ? WHERE id = ?', [
        found.authenticationInfo.newCounter,
        row.id
      ]);
      return row.account_id;
    }
  };
}
export type Passkeys = ReturnType<typeof passkeys>;
