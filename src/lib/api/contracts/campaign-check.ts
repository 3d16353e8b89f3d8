import * as v from 'valibot';
import { resolveStandard, StandardError } from '$workers/standard/resolve';
import type { PhotoStandard } from '$workers/standard/standard';
import { campaignSchema, type Campaign } from './campaign';
import { standardSchema } from './standard';

/** What is wrong at a place: for the texts beside a form's field. */
export const faultKinds = [
  'missing',
  'long',
  'small',
  'large',
  'form',
  'order',
  'twice',
  'print',
  'bounds'
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  /** With dots: `contact.phones.0`; '' for the whole. */
  path: string;
  kind: FaultKind;
  /** For whoever writes the file. */
  message: string;
  /** The bound that is missed, where there is one. */
  bound?: number;
}

export type CheckedCampaign =
  { campaign: Campaign; faults: [] } | { campaign: null; faults: [Fault, ...Fault[]] };

/** A campaign's settings, as the configuration's file, the console and the endpoint all read them. */
export function checkCampaign(input: unknown): CheckedCampaign {
  const parsed = v.safeParse(campaignSchema, input);
  const faults = parsed.success
    ? faultsBeyond(parsed.output)
    : parsed.issues.flatMap((issue) => inside(issue, input));
  const [first, ...rest] = faults;
  if (first) return { campaign: null, faults: [first, ...rest] };
  return { campaign: parsed.output as Campaign, faults: [] };
}

type Issue = v.BaseIssue<unknown>;

/** A standard of the unit's own is told apart by its fields: the union says only that nothing fits. */
function inside(issue: Issue, input: unknown): Fault[] {
  const path = v.getDotPath(issue) ?? '';
  const standard = (input as { standard?: unknown } | null)?.standard;
  if (path !== 'standard' || typeof standard !== 'object' || standard === null) return [faultOf(issue, path)];
  const own = v.safeParse(standardSchema, standard);
  return (own.issues ?? []).map((one) => faultOf(one, `standard.${v.getDotPath(one) ?? ''}`));
}

function faultOf(issue: Issue, path: string): Fault {
  const { type, message, requirement, input } = issue as Issue & { requirement?: unknown };
  const bound = typeof requirement === 'number' ? { bound: requirement } : {};
  return { path, kind: kindOf(type, input, message), message, ...bound };
}

function kindOf(type: string, input: unknown, message: string): FaultKind {
  if (input === undefined || input === null || input === '' || type === 'min_length') return 'missing';
  if (type === 'max_length') return 'long';
  if (type === 'min_value' || type === 'gt_value') return 'small';
  if (type === 'max_value') return 'large';
  if (type === 'check')
    return message.includes('twice') ? 'twice' : message.includes('at least one') ? 'missing' : 'form';
  return 'form';
}

/** What the schema does not see: settings that contradict each other. */
function faultsBeyond(campaign: Campaign): Fault[] {
  const { opens, closes, payment, standard } = campaign;
  const faults: Fault[] = typeof standard === 'string' ? [] : faultsOfOwn(standard);
  if (opens && closes && Date.parse(opens) >= Date.parse(closes))
    faults.push({ path: 'closes', kind: 'order', message: 'must be after opens' });
  if (payment.required && payment.amountFen === 0)
    faults.push({
      path: 'payment.amountFen',
      kind: 'missing',
      message: 'a required payment needs an amount'
    });
  return faults.length ? faults : faultsOfStandard(campaign);
}

/** An unknown standard, or a choice that it does not allow. */
function faultsOfStandard(campaign: Campaign): Fault[] {
  try {
    resolveStandard(campaign);
    return [];
  } catch (error) {
    if (!(error instanceof StandardError)) throw error;
    const { part, message } = error;
    return [{ path: part, kind: part === 'bytes' ? 'order' : 'form', message }];
  }
}

/** The windows and sizes of a unit's own standard, each at its place. */
function faultsOfOwn({ windows, width, height, aspect, print, bytes }: PhotoStandard): Fault[] {
  const faults: Fault[] = [];
  const add = (path: string, kind: FaultKind, message: string) =>
    faults.push({ path: `standard.${path}`, kind, message });
  const turned = ({ min = -Infinity, max = Infinity }: { min?: number; max?: number }) => !(min < max);
  for (const [index, window] of windows.entries()) {
    const path = `windows.${index}`;
    if (window.min === undefined && window.max === undefined)
      add(path, 'bounds', `the window of ${window.of} bounds nothing`);
    else if (turned(window)) add(path, 'order', `${window.of}: min must be less than max`);
    if (window.unit === 'mm' && !print)
      add(path, 'print', `the window of ${window.of} is in mm, and no print is given`);
  }
  if (bytes && turned(bytes)) add('bytes', 'order', 'min must be less than max');
  const exact = typeof width === 'number' && typeof height === 'number';
  if (!exact && !aspect) add('aspect', 'missing', 'more than one size needs an aspect');
  return faults;
}
