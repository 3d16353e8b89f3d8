import { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import type { StaffSession } from '$lib/api/contracts/staff';
import { staffPasskeyApi } from '$lib/api/contracts/staff-passkeys';
import type { Trouble } from '$lib/api/request';
import { call } from './api';

/** Whether this browser can do anything with passkeys. */
export const canPasskey = () => 'PublicKeyCredential' in window;

/** Makes a passkey of this account in this device; null when it went well. */
export async function addPasskey(label: string): Promise<Trouble | null> {
  const asked = await call(staffPasskeyApi.create, { body: {} });
  if (!asked.ok) return asked.code;
  // The person cancelled, or the device has none or holds one of this account already.
  const passkey = await startRegistration({ optionsJSON: asked.value }).catch(() => null);
  if (!passkey) return 'staff.passkey';
  const made = await call(staffPasskeyApi.created, { body: { label, passkey } });
  return made.ok ? null : made.code;
}

/** The session of a passkey, or why there is none. */
export async function showPasskey(): Promise<StaffSession | Trouble> {
  const asked = await call(staffPasskeyApi.use, { body: {} });
  if (!asked.ok) return asked.code;
  // The person cancelled, or the device has none.
  const shown = await startAuthentication({ optionsJSON: asked.value }).catch(() => null);
  if (!shown) return 'staff.passkey';
  const answer = await call(staffPasskeyApi.used, { body: shown });
  return answer.ok ? answer.value : answer.code;
}
