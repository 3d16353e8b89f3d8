import type { Registration } from '$lib/api/contracts/registration';
import type { CodeResolver } from '../codes/resolver';
import { Refusal } from '../http/problem';

/**
 * The registration with what its code says. A token nobody here can read is kept beside what was typed, for whoever
 * can read it later.
 *
 * @throws Refusal `code.unreadable`, `registration.mismatch`
 */
export async function inClear(registration: Registration, codes: CodeResolver | null): Promise<Registration> {
  if (registration.codeToken === undefined) return registration;
  const resolved = await codes?.resolve(registration.codeToken);
  if (!resolved) {
    if (registration.source === 'resolved') throw new Refusal('code.unreadable');
    return registration;
  }
  if (registration.source !== 'resolved' && registration.studentNumber !== resolved.studentNumber)
    throw new Refusal('registration.mismatch');
  const { codeToken, fields } = registration;
  return { ...resolved, ...(fields && { fields }), source: 'code', codeToken };
}
