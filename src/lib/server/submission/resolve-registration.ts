import type { Registration } from '$lib/api/contracts/registration';
import type { CodeResolver } from '../codes/resolver';
import { Refusal } from '../http/problem';

export interface ResolvedRegistration {
  student: Registration;
  /** Whether the number was read from its code here, and not only typed. */
  proven: boolean;
}

/**
 * The registration with what its code says. A token nobody here can read is kept beside what was typed, for whoever
 * can read it later; it proves nothing.
 *
 * @throws Refusal `code.unreadable`, `registration.mismatch`
 */
export async function resolveRegistration(
  registration: Registration,
  codes: CodeResolver | null
): Promise<ResolvedRegistration> {
  const unproven = { student: registration, proven: false };
  if (registration.codeToken === undefined) return unproven;
  const resolved = await codes?.resolve(registration.codeToken);
  if (!resolved) {
    if (registration.source === 'resolved') throw new Refusal('code.unreadable');
    return unproven;
  }
  if (registration.source !== 'resolved' && registration.studentNumber !== resolved.studentNumber)
    throw new Refusal('registration.mismatch');
  const { codeToken, fields } = registration;
  return {
    student: { ...resolved, ...(fields && { fields }), source: 'code', codeToken },
    proven: true
  };
}
