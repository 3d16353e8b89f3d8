import type { StaffSession } from '$lib/api/contracts/staff';
import { staffPasskeyApi } from '$lib/api/contracts/staff-passkeys';
import type { Trouble } from '$lib/api/request';
import { makeCredential, showCredential } from '$lib/platform/passkey';
import { call } from './api';

/** Makes a passkey of this account in this device; null when it went well. */
export async function addPasskey(label: string): Promise<Trouble | null> {
  const asked = await call(staffPasskeyApi.create, { body: {} });
  if (!asked.ok) return asked.code;
  const passkey = await makeCredential(asked.value);
  if (!passkey) return 'staff.passkey';
  const made = await call(staffPasskeyApi.created, { body: { label, passkey } });
  return made.ok ? null : made.code;
}

/** The session of a passkey, or why there is none. */
export async function showPasskey(): Promise<StaffSession | Trouble> {
  const asked = await call(staffPasskeyApi.use, { body: {} });
  if (!asked.ok) return asked.code;
  const shown = await showCredential(asked.value);
  if (!shown) return 'staff.passkey';
  const answer = await call(staffPasskeyApi.used, { body: shown });
  return answer.ok ? answer.value : answer.code;
}
