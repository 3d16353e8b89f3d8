import * as v from 'valibot';
import { locales } from '$lib/i18n/locales/tags';
import { campaignCodePattern, keyPattern, uuidPattern } from '../patterns';

/** A text that is not empty. */
export const text = (max: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max));

/** A text of one line. */
export const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^[^\p{Cc}]*$/u));

/** A text in as many of the product's languages as the unit writes; `localised` picks one. */
export const localText = (max: number) =>
  v.pipe(
    v.record(v.picklist(locales), text(max)),
    v.check((given) => Object.keys(given).length > 0, 'a text in at least one language is needed')
  );

export const uuid = v.pipe(v.string(), v.regex(uuidPattern));
export const key = v.pipe(v.string(), v.regex(keyPattern));
export const campaignCode = v.pipe(v.string(), v.regex(campaignCodePattern));
/** Of a list that may grow, what is known here. */
export const known = <const Name extends string>(names: readonly Name[]) =>
  v.pipe(
    v.array(v.string()),
    v.transform((given) => names.filter((name) => given.includes(name)))
  );

/** ISO 8601. */
export const instant = v.pipe(v.string(), v.isoTimestamp());
