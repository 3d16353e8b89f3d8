import * as v from 'valibot';
import { checkFields } from '$workers/code/payload';
import type { DecodedCode } from '$workers/protocol';
import type { MessageKey } from '$lib/i18n/catalogue';
import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { registrationSchema, type Registration } from '$lib/api/contracts/registration';

/** What a code that was read leads to. */
export type RegistrationOutcome =
  | { kind: 'ready'; registration: Registration }
  /** Encrypted: the student types name and number, the token goes along. */
  | { kind: 'token'; token: string }
  /** All there but a name that can be one: the student types it; why. */
  | { kind: 'name'; studentNumber: string; message: MessageKey }
  /** Not usable; why, and what to do about it. */
  | { kind: 'problem'; message: MessageKey };

/** From a decoded code to a registration. */
export function registrationFrom({ payload }: Pick<DecodedCode, 'payload'>): RegistrationOutcome {
  if (payload.kind === 'foreign') return { kind: 'problem', message: 'code.foreign' };
  if (payload.kind === 'opaque') return { kind: 'token', token: payload.token };
  const problems = checkFields(payload);
  const problem = problems.find(({ field }) => field !== 'name') ?? problems[0];
  if (problem?.field === 'name')
    return { kind: 'name', studentNumber: payload.fields.studentNumber!, message: problem.message };
  if (problem) return { kind: 'problem', message: problem.message };
  const filled = Object.entries(payload.fields).filter(([, value]) => value);
  const parsed = v.safeParse(registrationSchema, { ...Object.fromEntries(filled), source: 'code' });
  return parsed.success
    ? { kind: 'ready', registration: parsed.output }
    : { kind: 'problem', message: 'code.studentNumber.odd' };
}

/** Both names when the code belongs to another institution than the campaign collects for; null when it does not. */
export function otherInstitution(
  { institutionCode, institutionName }: Pick<Registration, 'institutionCode' | 'institutionName'>,
  campaign: PublicCampaign | null
): { code: string; campaign: string } | null {
  if (!campaign || campaign.anyInstitution || !institutionCode) return null;
  const { institution } = campaign;
  if (institutionCode === institution.code) return null;
  return { code: institutionName ?? institutionCode, campaign: institution.name };
}

/** Which typed fields are wrong; a registration when none is. */
export function registrationTyped(
  typed: { name: string; studentNumber: string },
  codeToken: string | null
): { registration: Registration } | { wrong: ('name' | 'studentNumber')[] } {
  const parsed = v.safeParse(registrationSchema, {
    ...typed,
    source: codeToken === null ? 'typed' : 'code',
    ...(codeToken === null ? {} : { codeToken })
  });
  if (parsed.success) return { registration: parsed.output };
  const wrong = parsed.issues.map((issue) => issue.path?.[0]?.key);
  return { wrong: (['name', 'studentNumber'] as const).filter((field) => wrong.includes(field)) };
}
