import type { HeadGeometry, Verdict } from '../../../workers/protocol';
import type { SitterOptions } from '../../../workers/studio/options';
import type { SitterTruth } from '../../../workers/studio/truth';

/** What the image core said about one drawn picture. */
export interface Reading {
  faces: number;
  /** Native values and verdicts by measure id, of the source picture. */
  values: Record<string, number | null>;
  verdicts: Record<string, Verdict>;
  /** Head measures on the source, in its pixels; null when nothing was finished. */
  geometry: HeadGeometry | null;
  /** Pixels of the source. */
  height: number;
}

/** One measure followed through a sweep. */
export interface Curve {
  /** Measure id, or a name for what is read out of several. */
  name: string;
  unit: string;
  read(reading: Reading): number | null;
  /** What is known by construction; absent where only the order is known. */
  truth?(truth: SitterTruth, height: number): number;
  /** Largest allowed difference from the truth, for parameters inside `from`…`to`. */
  tolerance?: { most: number; from: number; to: number };
  /** The measured curve must never turn back, but for `slack`, and must change by `least` in all. */
  trend?: { way: 'rises' | 'falls'; slack: number; least: number };
}

/** At these parameters, at least one of the rules must (or none may) answer warn or fail. */
export interface Expectation {
  at: number[];
  rules: string[];
  alarmed: boolean;
}

/** A parameter of the sitter moved through its range. */
export interface Sweep {
  /** Its title is the text `selftest.sweep.ID`. */
  id: string;
  /** Name and unit of the parameter. */
  parameter: string;
  values: number[];
  sitter(value: number): SitterOptions;
  curves: Curve[];
  expectations?: Expectation[];
  /** The photo is finished even when a rule fails: only so is the head measured at its outline. */
  force?: true;
}

/** One point of a sweep. */
export interface Sample {
  value: number;
  truth: SitterTruth;
  reading: Reading;
}

/** A curve of numbers, for judging and drawing; null where the core could not tell. */
export interface Series {
  curve: Curve;
  points: { value: number; measured: number | null; truth: number | null }[];
}

/** The curves of a sweep through its samples. */
export function series(sweep: Sweep, samples: readonly Sample[]): Series[] {
  return sweep.curves.map((curve) => ({
    curve,
    points: samples.map(({ value, truth, reading }) => ({
      value,
      measured: curve.read(reading),
      truth: curve.truth?.(truth, reading.height) ?? null
    }))
  }));
}

/** Every way in which the samples leave what the sweep allows, one line each; empty when all is well. */
export function faults(sweep: Sweep, samples: readonly Sample[]): string[] {
  const lone = samples.filter(({ reading }) => reading.faces !== 1);
  return [
    ...lone.map(({ value, reading }) => `${sweep.parameter} ${value}: ${reading.faces} faces`),
    ...series(sweep, samples).flatMap((one) => [...offTruth(one), ...offTrend(one)]),
    ...(sweep.expectations ?? []).flatMap((expected) => unexpected(expected, samples))
  ];
}

function offTruth({ curve, points }: Series): string[] {
  const { tolerance } = curve;
  if (!tolerance) return [];
  return points
    .filter(({ value }) => value >= tolerance.from && value <= tolerance.to)
    .flatMap(({ value, measured, truth }) => {
      if (measured === null || truth === null) return [`${curve.name} at ${value}: not measured`];
      const off = measured - truth;
      return Math.abs(off) <= tolerance.most
        ? []
        : [`${curve.name} at ${value}: off by ${off.toFixed(3)} ${curve.unit}, allowed ${tolerance.most}`];
    });
}

function offTrend({ curve, points }: Series): string[] {
  const { trend } = curve;
  if (!trend) return [];
  const sign = trend.way === 'rises' ? 1 : -1;
  const known = points.flatMap(({ value, measured }) => (measured === null ? [] : [{ value, measured }]));
  if (known.length < points.length) return [`${curve.name}: not measured everywhere`];
  const turns = known.slice(1).flatMap(({ value, measured }, i) => {
    const step = sign * (measured - known[i]!.measured);
    return step < -trend.slack ? [`${curve.name} at ${value}: turns back by ${(-step).toFixed(3)}`] : [];
  });
  const whole = sign * (known.at(-1)!.measured - known[0]!.measured);
  return whole < trend.least ? [...turns, `${curve.name}: changes by ${whole.toFixed(3)} only`] : turns;
}

function unexpected({ at, rules, alarmed }: Expectation, samples: readonly Sample[]): string[] {
  return samples
    .filter(({ value }) => at.includes(value))
    .flatMap(({ value, reading }) => {
      const alarms = rules.filter((id) => ['warn', 'fail'].includes(reading.verdicts[id] ?? ''));
      if (alarmed && alarms.length === 0) return [`at ${value}: none of ${rules.join(', ')} objects`];
      return alarmed ? [] : alarms.map((id) => `at ${value}: ${id} objects`);
    });
}
