import type { Campaign } from '$lib/api/contracts/campaign';
import type { Registration } from '$lib/api/contracts/registration';
import type { Details } from '$lib/api/contracts/submission';
import { consentItems, noticeOf } from '$lib/api/notice';
import { sourceLocale } from '$lib/i18n/locales/tags';
import { Refusal } from '../http/problem';
import type { AgreedTo } from '../store/submission-row';

/** Students' clocks may run so far ahead. */
const clockLead = 24 * 60 * 60 * 1000;

/**
 * The consent that a submission rests on: each item of the present notice, or of one that was superseded lately.
 *
 * @param now ms
 * @throws Refusal `consent.missing`
 */
export function requireConsent(consent: Details['consent'], now: number): AgreedTo {
  const notice = consent && noticeOf(consent.version, now);
  const whole = consentItems.every((item) => consent?.items?.includes(item));
  if (!consent || !notice || !whole || Date.parse(consent.at) > now + clockLead)
    throw new Refusal('consent.missing');
  const { version, at, locale = sourceLocale } = consent;
  return { version, at, items: [...consentItems], locale, textSha256: notice.sha256?.[locale] ?? '' };
}

/**
 * Whether the student is one of the campaign's institution, and every field it asks for is filled in.
 *
 * @throws Refusal `registration.institution`, `registration.fields`
 */
export function requireAnswers(
  { institutionCode, institutionName, fields }: Registration,
  { anyInstitution, institution, fields: asked }: Campaign
): void {
  const other =
    institutionCode === undefined
      ? institutionName !== undefined && institutionName !== institution.name
      : institutionCode !== institution.code;
  if (!anyInstitution && other) throw new Refusal('registration.institution');
  const filled = ({ id }: Campaign['fields'][number]) =>
    !!fields && Object.hasOwn(fields, id) && /[\p{L}\p{N}]/u.test(fields[id]!);
  if (!asked.every((field) => !field.required || filled(field))) throw new Refusal('registration.fields');
}
