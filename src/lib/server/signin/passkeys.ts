import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { accountPasskey, addAccountPasskey, countAccountPasskey, hasAccountPasskey } from '../store/passkeys';
import type { SqlDatabase } from '../store/sql';
import { iso } from '../time';
import { webAuthn, type Site } from './webauthn';

const { create, created, use, used } = webAuthn(false);

/** Passkeys of students' accounts: they carry no name, and open the account on another device. */
export function passkeys(db: SqlDatabase) {
  return {
    has: (accountId: string) => hasAccountPasskey(db, accountId),
    create: (site: Site, accountId: string) =>
      create(site, { handle: new TextEncoder().encode(accountId), name: '毕业照片' }),
    /** Keeps it when it answers the challenge; false otherwise. */
    async created(site: Site, accountId: string, challenge: string, response: RegistrationResponseJSON) {
      const made = await created(site, challenge, response);
      return made !== null && addAccountPasskey(db, made, accountId, iso());
    },
    use,
    /** The account it opens, or null. */
    async used(site: Site, challenge: string, response: AuthenticationResponseJSON): Promise<string | null> {
      const row = await accountPasskey(db, response.id);
      const counter = row && (await used(site, challenge, response, row));
      if (!row || counter === null || counter === undefined) return null;
      await countAccountPasskey(db, row.id, counter);
      return row.accountId;
    }
  };
}
export type Passkeys = ReturnType<typeof passkeys>;
