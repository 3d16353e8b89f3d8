import type { MeasureInput, Outline } from '../measures/measure';
import { Scene } from '../measures/scene';
import type { Finding, Kind, Report, Verdict } from '../protocol';
import type { ResolvedStandard } from '../standard/resolve';
import type { Bound, Rule, Stage } from './rule';
import { rules } from './rules';

export interface Question {
  kind: Kind;
  stage: Stage;
  standard: ResolvedStandard;
  /** The slow rules are not asked: they answer as in these findings of a frame before, or are left out. */
  slow?: readonly Finding[];
  /** Only the rules that need the sitter labelled and can be told before the shutter. */
  labelled?: true;
}

/**
 * Measures a picture by every rule of the stage and judges it. Findings and reasons come failed first, then
 * warned, each in the table's order. Never throws: a rule that cannot tell answers `na`.
 */
export function judge(input: MeasureInput, { kind, stage, standard, slow, labelled }: Question): Report {
  const scene = new Scene(input);
  const findings = rules
    .filter(({ stages, kinds }) => stages.includes(stage) && (kinds?.includes(kind) ?? true))
    .filter((rule) => !labelled || (rule.measure.needs === 'labels' && !rule.afterwards?.(standard)))
    .flatMap((rule) => {
      if (!rule.slow || !slow) return find(rule, scene, standard, stage !== 'live');
      return slow.filter(({ id }) => id === rule.measure.id);
    });
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

/**
 * Nothing where the standard does not ask.
 *
 * @param drawn with the evidence that can be drawn
 */
function find(rule: Rule, scene: Scene, standard: ResolvedStandard, drawn: boolean): Finding[] {
  const { measure } = rule;
  const bound = boundOf(rule, standard);
  if (!bound) return [];
  const value = measure.value(scene);
  const shared = { id: measure.id, unit: measure.unit };
  if (value === null || !Number.isFinite(value))
    return [
      {
        ...shared,
        value: null,
        quality: null,
        verdict: 'na',
        message: null,
        ...(measure.needs && !scene.labels && { missing: measure.needs })
      }
    ];
  const verdict = within(value, bound) ? 'pass' : warned(value, rule) ? 'warn' : 'fail';
  const found: Finding = {
    ...shared,
    value,
    quality: measure.quality(value),
    verdict,
    ...(bound.min === undefined && bound.max === undefined ? {} : { bound }),
    message: verdict === 'pass' ? null : rule.message(value, scene, standard),
    ...(drawn && measure.lines && { lines: measure.lines(scene).map(rounded) }),
    ...(drawn && verdict !== 'pass' && measure.regions && { regions: measure.regions(scene).map(rounded) })
  };
  return [found];
}

/** The bound of a rule under a standard; null where the standard does not ask. */
export const boundOf = ({ pass }: Rule, standard: ResolvedStandard): Bound | null =>
  typeof pass === 'function' ? pass(standard) : pass;

const rounded = (outline: Outline) => outline.map((value) => Math.round(value * 10) / 10);

const within = (value: number, { min = -Infinity, max = Infinity }: Bound) => value >= min && value <= max;

function warned(value: number, { warn }: Rule): boolean {
  return warn === 'always' || (warn !== undefined && within(value, warn));
}
