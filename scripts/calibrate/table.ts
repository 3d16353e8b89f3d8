import type { Finding } from '../../workers/protocol';
import type { Bound } from '../../workers/verdict/rule';
import { foldedScore, type Folded } from './folds';
import { questions } from './questions';
import type { LabelledPicture } from './pictures';
import { quantiles, score, type Case, type Score } from './score';

export interface Judged extends LabelledPicture {
  findings: Map<string, Finding>;
  verdict: string;
}

/** A measure's values over some of the pictures, at `shares` of the sorted list, and how they were judged. */
export interface Spread {
  pictures: string;
  count: number;
  quantiles: number[];
  verdicts: Record<Finding['verdict'], number>;
}

/** What the bound in force is worth against a label; `objects` says which verdicts count. */
export interface Worth extends Score {
  label: string;
  objects: 'warned or failed' | 'failed';
}

/** One measure's row of the calibration. */
export interface MeasureTable {
  id: string;
  spreads: Spread[];
  worth: Worth[];
  /** By the labels that say the same, together. */
  folded: Folded | null;
}

const shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1] as const;
const objections = [
  { objects: 'warned or failed', verdicts: ['warn', 'fail'] },
  { objects: 'failed', verdicts: ['fail'] }
] as const;

/** How one measure answers over the pictures: all of them, and those that each of its labels tells apart. */
export function tableOf(id: string, judged: readonly Judged[], bound: Bound = {}): MeasureTable {
  const spreads = [spread('all', judged, id)];
  const worth: Worth[] = [];
  const all: Case[] = [];
  for (const { label, bad, good } of questions.filter(({ rule }) => rule === id)) {
    const where = (value: string | boolean) => judged.filter(({ labels }) => labels[label] === value);
    spreads.push(spread(`${label} ${good}`, where(good), id), spread(`${label} ${bad}`, where(bad), id));
    for (const { objects, verdicts } of objections) {
      const cases = [...where(good), ...where(bad)].map(({ name, labels, findings }): Case => {
        const { value = null, verdict = 'na' } = findings.get(id) ?? {};
        const flagged = (verdicts as readonly string[]).includes(verdict);
        return { name, value, flagged, truth: labels[label] === bad };
      });
      worth.push({ label, objects, ...score(cases) });
      if (objects === 'failed') all.push(...cases);
    }
  }
  return { id, spreads, worth, folded: foldedScore(all, bound) };
}

function spread(pictures: string, judged: readonly Judged[], id: string): Spread {
  const findings = judged.flatMap((one) => one.findings.get(id) ?? []);
  const values = findings.flatMap(({ value }) => value ?? []);
  const count = (verdict: string) => findings.filter((one) => one.verdict === verdict).length;
  return {
    pictures,
    count: values.length,
    quantiles: values.length ? quantiles(values, shares) : [],
    verdicts: { pass: count('pass'), warn: count('warn'), fail: count('fail'), na: count('na') }
  };
}

/** The row in words, a line for each spread and worth. */
export function linesOf({ id, spreads, worth, folded }: MeasureTable, names: boolean): string[] {
  return [
    `\n${id}`,
    ...spreads.map(({ pictures, count, quantiles: values, verdicts }) => {
      const numbers = values.map((value) => value.toPrecision(3).padStart(9)).join('');
      const { pass, warn, fail, na } = verdicts;
      return (
        `  ${pictures.padEnd(20)} n ${String(count).padStart(3)}  ${numbers}` +
        `   pass ${pass} warn ${warn} fail ${fail} na ${na}`
      );
    }),
    ...worth.flatMap(({ objects, precision, recall, f1, missed, wronglyFlagged, ...counts }) => [
      `  ${objects.padEnd(17)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}` +
        `  (${counts.truePositives} right, ${counts.falsePositives} wrong, ${counts.falseNegatives} missed)`,
      ...(names && missed.length ? [`    missed: ${missed.join(' ')}`] : []),
      ...(names && wronglyFlagged.length ? [`    wrong: ${wronglyFlagged.join(' ')}`] : [])
    ]),
    ...(folded ? [foldedLine(folded)] : [])
  ];
}

const foldedLine = ({ folds, precision, recall, f1, bounds }: Folded): string =>
  `  ${`${folds} folds`.padEnd(17)} precision ${precision.toFixed(3)} recall ${recall.toFixed(3)} F1 ${f1.toFixed(3)}` +
  `  (bounds chosen: ${bounds.map((bound) => bound.toPrecision(3)).join(' to ')})`;
