import type { AccountView } from '$lib/api/contracts/account';
import { maskNumber } from '$lib/api/mask';
import type { SubmissionStore } from '../store/submissions';
import { statusOf } from '../submission/status';
import type { Campaigns } from '../store/campaigns';
import type { StudentAccounts } from './accounts';
import type { Passkeys } from './passkeys';

export interface ViewParts {
  accounts: StudentAccounts;
  passkeys: Passkeys;
  store: SubmissionStore;
  campaigns: Campaigns;
}

const mostSubmissions = 20;

/** What a signed-in student sees on any device: how it stands with their photo; neither photo nor name. */
export async function accountView(
  accountId: string | null,
  providers: AccountView['providers'],
  { accounts, passkeys, store, campaigns }: ViewParts
): Promise<AccountView> {
  if (!accountId)
    return { signedIn: false, providers, identities: [], factors: [], registrations: [], submissions: [] };
  const registrations = await accounts.registrations(accountId);
  const submissions: AccountView['submissions'] = [];
  // Under a number there may be what others sent: shown is only what this account was shown the key of.
  for (const id of await accounts.submissions(accountId, mostSubmissions)) {
    const found = await store.find(id);
    if (!found) continue;
    const { state, receivedAt, reasons } = await statusOf(found, id, { store, campaigns });
    const { campaign } = found;
    submissions.push({
      id,
      state,
      receivedAt,
      reasons,
      campaign,
      studentNumber: maskNumber(found.studentNumber)
    });
  }
  const own = await accounts.identities(accountId);
  return {
    signedIn: true,
    providers,
    identities: (await passkeys.has(accountId)) ? [...own, 'passkey'] : own,
    factors: await accounts.factors(accountId),
    registrations: registrations.map(({ campaign, studentNumber }) => ({
      campaign,
      studentNumber: maskNumber(studentNumber)
    })),
    submissions
  };
}
