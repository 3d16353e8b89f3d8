import type { MeasureInput } from '../measure/measure';
import type { Finding, Kind, Report, Verdict } from '../protocol';
import type { PhotoStandard } from '../standard/standard';
import { rules, type Bound, type Rule, type Stage } from './rules';

export interface Question {
  kind: Kind;
  stage: Stage;
  standard: PhotoStandard;
  /** Leave the slow rules out: their findings are then absent, not `na`. */
  quick?: boolean;
}

/**
 * Measures a picture by every rule of the stage and judges it. Findings and reasons come failed first, then
 * warned, each in the table's order. Never throws: a rule that cannot tell answers `na`.
 */
export function judge(input: MeasureInput, { kind, stage, standard, quick = false }: Question): Report {
  const findings = rules
    .filter((rule) => rule.stages.includes(stage) && !(quick && rule.slow))
    .map((rule) => find(rule, input, standard));
  return report(standard.id, kind, findings);
}

/** Sorts findings into a report. */
export function report(standard: string, kind: Kind, findings: readonly Finding[]): Report {
  const by = (verdict: Verdict) => findings.filter((finding) => finding.verdict === verdict);
  const sorted = [...by('fail'), ...by('warn'), ...by('pass'), ...by('na')];
  const reasons = sorted.flatMap(({ message }) => message ?? []);
  const verdict = by('fail').length ? 'fail' : by('warn').length ? 'warn' : 'pass';
  return { standard, kind, verdict, findings: sorted, reasons: [...new Set(reasons)] };
}

function find(rule: Rule, input: MeasureInput, standard: PhotoStandard): Finding {
  const { measure } = rule;
  const value = measure.value(input);
  const shared = { id: measure.id, unit: measure.unit };
  if (value === null || !Number.isFinite(value))
    return { ...shared, value: null, quality: null, verdict: 'na', message: null };
  const bound = typeof rule.pass === 'function' ? rule.pass(standard) : rule.pass;
  const verdict = within(value, bound) ? 'pass' : warned(value, rule) ? 'warn' : 'fail';
  return {
    ...shared,
    value,
    quality: measure.quality(value),
    verdict,
    ...(bound.min === undefined && bound.max === undefined ? {} : { bound }),
    message: verdict === 'pass' ? null : rule.message(value, input)
  };
}

const within = (value: number, { min = -Infinity, max = Infinity }: Bound) => value >= min && value <= max;

function warned(value: number, { warn }: Rule): boolean {
  return warn === 'always' || (warn !== undefined && within(value, warn));
}
