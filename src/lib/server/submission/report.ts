import type * as v from 'valibot';
import type { Campaign } from '$lib/api/contracts/campaign';
import type { reportSchema } from '$lib/api/contracts/submission';
import { resolveStandard, type ResolvedStandard } from '$workers/standard/resolve';
import { Refusal } from '../http/problem';

type SentReport = v.InferOutput<typeof reportSchema>;

/**
 * The campaign's standard, when the report is of that standard and agrees with itself.
 *
 * @throws Refusal `report.invalid`
 */
export function checkReport(report: SentReport, campaign: Campaign): ResolvedStandard {
  const standard = resolveStandard(campaign);
  if (report.standard !== standard.id || !isPlausible(report)) throw new Refusal('report.invalid');
  return standard;
}

/**
 * Whether a report could come from the image core, of a finished photo that did not fail: each measure once, every
 * verdict as its value and bound have it, the whole as bad as the worst of them, and reasons for what did not pass.
 */
export function isPlausible({ kind, verdict, findings, reasons }: SentReport): boolean {
  if (kind === 'live') return false;
  if (new Set(findings.map(({ id }) => id)).size !== findings.length) return false;
  const worst = findings.some((finding) => finding.verdict === 'warn') ? 'warn' : 'pass';
  // A photo that fails cannot be handed in; so no finding fails either.
  if (verdict !== worst) return false;
  const told = new Set(findings.flatMap(({ message }) => message ?? []));
  return (
    findings.every(agrees) && told.size === reasons.length && reasons.every((reason) => told.has(reason))
  );
}

function agrees({ value, verdict, bound, message }: SentReport['findings'][number]): boolean {
  if (verdict === 'na' || verdict === 'pass') {
    if (message !== null || (value === null) !== (verdict === 'na')) return false;
    return verdict === 'na' || isWithin(value!, bound);
  }
  return verdict === 'warn' && value !== null && message !== null && !(bound && isWithin(value, bound));
}

const isWithin = (value: number, { min = -Infinity, max = Infinity }: { min?: number; max?: number } = {}) =>
  value >= min && value <= max;
