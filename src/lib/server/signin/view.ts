import type { AccountView } from '$lib/api/contracts/account';
import { maskNumber } from '$lib/api/mask';
import type { SubmissionStore } from '../store/submissions';
import type { SqlDatabase } from '../store/sql';
import { statusOf } from '../submission/status';
import type { Campaigns } from '../policy/campaigns';
import type { StudentAccounts } from './accounts';
import type { Passkeys } from './passkeys';

export interface ViewParts {
  db: SqlDatabase;
  accounts: StudentAccounts;
  passkeys: Passkeys;
  store: SubmissionStore;
  campaigns: Campaigns;
}

/** What a signed-in student sees on any device: how it stands with their photo; neither photo nor name. */
export async function accountView(
  accountId: string | null,
  providers: AccountView['providers'],
  { db, accounts, passkeys, store, campaigns }: ViewParts
): Promise<AccountView> {
  if (!accountId) return { signedIn: false, providers, identities: [], registrations: [], submissions: [] };
  const registrations = await accounts.registrations(accountId);
  const submissions: AccountView['submissions'] = [];
  for (const { campaign, studentNumber } of registrations) {
    const rows = await db.all<{ id: string }>(
      `SELECT id FROM submission WHERE campaign = ? AND student_number = ? AND erased_at IS NULL
       ORDER BY received_at DESC LIMIT 10`,
      [campaign, studentNumber]
    );
    for (const { id } of rows) {
      const found = await store.find(id);
      if (!found) continue;
      const { state, receivedAt, reasons } = await statusOf(found, id, { store, campaigns });
      submissions.push({ state, receivedAt, reasons, campaign });
    }
  }
  const own = await accounts.identities(accountId);
  return {
    signedIn: true,
    providers,
    identities: (await passkeys.has(accountId)) ? [...own, 'passkey'] : own,
    registrations: registrations.map(({ campaign, studentNumber }) => ({
      campaign,
      studentNumber: maskNumber(studentNumber)
    })),
    submissions
  };
}
