import type { Campaign } from '$lib/api/contracts/campaign';
import { takingWays, type TakingWay } from '$lib/api/contracts/campaign';
import { standards } from '$workers/standard/catalogue';
import type { PhotoStandard } from '$workers/standard/standard';
import { instantOf, localOf } from './local-time';

/** A text in the languages that the unit writes. */
export type Texts = Record<string, string>;
interface Window {
  of: string;
  min: number | null;
  max: number | null;
  unit: 'px' | 'share' | 'mm';
  low?: string;
  high?: string;
}
/** Bounds of bytes, in KB. */
interface Kilobytes {
  min: number | null;
  max: number | null;
}
export type OwnStandard = Omit<
  PhotoStandard,
  'name' | 'windows' | 'backgrounds' | 'bytes' | 'print' | 'maxAgeMonths'
> & {
  name: Texts;
  windows: Window[];
  backgrounds: string[] | 'asIs';
  bytes: Kilobytes;
  /** Millimetres. */
  print: { width: number | null; height: number | null };
  maxAgeMonths: number | null;
};

/** A campaign as its form holds it: every part there, empty where it says nothing. */
export interface CampaignForm {
  code: string;
  name: Texts;
  intro: Texts;
  institution: { code: string; name: string };
  anyInstitution: boolean;
  standard: string | OwnStandard;
  background: string;
  bytes: Kilobytes;
  ways: TakingWay[];
  phoneMinutes: number | null;
  fields: { id: string; label: Texts; required: boolean }[];
  /** As `datetime-local` has them. */
  opens: string;
  closes: string;
  standardisationsPerDay: number | null;
  coolDownHours: number | null;
  retakes: number | null;
  retakeDays: number | null;
  payment: { required: boolean; yuan: number | null; when: 'beforeCapture' | 'beforeSubmit' };
  /** One to a line. */
  contact: { phones: string; qq: string; hours: Texts; text: Texts };
  notice: Texts;
  retentionDays: number | null;
  reviewDays: number | null;
  limits: { perStudent: number | null };
  review: { claimMinutes: number | null; undoSeconds: number | null };
}

const KB = 1024;
const kilobytes = ({ min, max }: { min?: number | undefined; max?: number | undefined } = {}): Kilobytes => ({
  min: min === undefined ? null : min / KB,
  max: max === undefined ? null : max / KB
});
const bytes = ({ min, max }: Kilobytes) => ({
  min: min === null ? null : Math.round(min * KB),
  max: max === null ? null : Math.round(max * KB)
});
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** A standard of the unit's own that begins as one of the catalogue. */
export function ownFrom(standard: PhotoStandard, id = 'our-standard'): OwnStandard {
  const { name, windows, backgrounds, maxAgeMonths, bytes: size, print, ...rest } = structuredClone(standard);
  return {
    ...rest,
    id,
    name: { ...name },
    windows: windows.map((window) => ({ ...window, min: window.min ?? null, max: window.max ?? null })),
    backgrounds: backgrounds === 'asIs' ? 'asIs' : [...backgrounds],
    bytes: kilobytes(size),
    print: { width: print?.width ?? null, height: print?.height ?? null },
    maxAgeMonths: maxAgeMonths ?? null
  };
}

/** The form of a campaign that is not made yet. */
export const emptyForm = (): CampaignForm => ({
  code: '',
  name: {},
  intro: {},
  institution: { code: '', name: '' },
  anyInstitution: false,
  standard: standards[0]!.id,
  background: '',
  bytes: { min: null, max: null },
  ways: [...takingWays],
  phoneMinutes: 10,
  fields: [],
  opens: '',
  closes: '',
  standardisationsPerDay: 3,
  coolDownHours: 24,
  retakes: 2,
  retakeDays: null,
  payment: { required: false, yuan: null, when: 'beforeSubmit' },
  contact: { phones: '', qq: '', hours: {}, text: {} },
  notice: {},
  retentionDays: 365,
  reviewDays: 3,
  limits: { perStudent: 50 },
  review: { claimMinutes: 15, undoSeconds: 10 }
});

/** The form filled with a campaign's settings. */
export function formOf(campaign: Campaign): CampaignForm {
  const { standard, bytes: size, payment, contact, fields, opens, closes } = campaign;
  return {
    code: campaign.code,
    name: { ...campaign.name },
    intro: { ...campaign.intro },
    institution: { ...campaign.institution },
    anyInstitution: campaign.anyInstitution,
    standard: typeof standard === 'string' ? standard : ownFrom(standard as PhotoStandard, standard.id),
    background: campaign.background ?? '',
    bytes: kilobytes(size),
    ways: [...campaign.ways],
    phoneMinutes: campaign.phoneMinutes,
    fields: fields.map(({ id, label, required }) => ({ id, label: { ...label }, required })),
    opens: localOf(opens),
    closes: localOf(closes),
    standardisationsPerDay: campaign.standardisationsPerDay,
    coolDownHours: campaign.coolDownHours,
    retakes: campaign.retakes,
    retakeDays: campaign.retakeDays ?? null,
    payment: {
      required: payment.required,
      yuan: payment.amountFen ? payment.amountFen / 100 : null,
      when: payment.when
    },
    contact: {
      phones: (contact.phones ?? []).join('\n'),
      qq: (contact.qq ?? []).join('\n'),
      hours: { ...contact.hours },
      text: { ...contact.text }
    },
    notice: { ...campaign.notice },
    retentionDays: campaign.retentionDays,
    reviewDays: campaign.reviewDays,
    limits: { perStudent: campaign.limits.perStudent },
    review: { ...campaign.review }
  };
}

/**
 * The settings as the configuration's file would have them: nothing that is empty.
 *
 * @param before the campaign that is changed: its instants stay to the millisecond where nobody touched them
 */
export function settingsOf(
  form: CampaignForm,
  before?: Pick<Campaign, 'opens' | 'closes'>
): Record<string, unknown> {
  const { standard, payment, contact, background } = form;
  const own = typeof standard === 'string' ? standard : { ...standard, bytes: bytes(standard.bytes) };
  return pruned({
    ...form,
    standard: own,
    background,
    bytes: bytes(form.bytes),
    opens: instantOf(form.opens, before?.opens),
    closes: instantOf(form.closes, before?.closes),
    payment: {
      required: payment.required,
      amountFen: Math.round((payment.yuan ?? 0) * 100),
      when: payment.when
    },
    contact: { ...contact, phones: lines(contact.phones), qq: lines(contact.qq) }
  }) as Record<string, unknown>;
}

/** Without empty texts, numbers that are not there, and objects that hold nothing. */
function pruned(value: unknown): unknown {
  if (value === null || value === '') return undefined;
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) return value.map((one) => pruned(one)).filter((one) => one !== undefined);
  if (typeof value !== 'object') return value;
  const entries = Object.entries(value as object)
    .map(([name, one]): [string, unknown] => [name, pruned(one)])
    .filter(([, one]) => one !== undefined);
  return entries.length ? Object.fromEntries(entries) : undefined;
}
