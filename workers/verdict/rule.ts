import type { Measure, MeasureInput } from '../measures/measure';
import type { Kind } from '../protocol';
import type { ResolvedStandard } from '../standard/resolve';

/** When a rule is asked: on camera frames, on the picture that goes in, on the file that comes out. */
export type Stage = 'live' | 'source' | 'finished';

export interface Bound {
  min?: number;
  max?: number;
}

/**
 * What a bound stands on: values over labelled portraits; the drawn sitter, where few labelled pictures show the
 * thing; or the standard or the registry's flow that asks for it.
 */
type EvidenceBase = 'labelled' | 'drawn' | 'standard';

/** What a row's bounds stand on, and where they come from. */
export interface Ground {
  evidence: EvidenceBase;
  source: string;
}

/** One row of the verdict table. Rows stand in advice order: the most blocking first. */
export interface Rule extends Ground {
  measure: Measure;
  stages: readonly Stage[];
  /** Only for pictures of these kinds; absent: for all. */
  kinds?: readonly Kind[];
  /** Looks at the pixels. Live: asked as often as there is time for, the others of every frame. */
  slow?: true;
  /** Inside: pass. Null where a standard does not ask. */
  pass: Bound | ((standard: ResolvedStandard) => Bound | null);
  /** Outside `pass` but inside this: warn; further out: fail. `always`: never fails. Absent: fails at once. */
  warn?: Bound | 'always';
  /** Not told before the shutter: nothing can be done about it there. */
  afterwards?: (standard: ResolvedStandard) => boolean;
  /** Message key of what to do about it. */
  message: (value: number, input: MeasureInput, standard: ResolvedStandard) => string;
}

/** A row's ground. */
export const by = (evidence: EvidenceBase, ...sources: string[]): Ground => ({
  evidence,
  source: sources.join('; ')
});

/** A row that never fails, asked of the picture that goes in unless `asked` says otherwise. */
export const warns = (
  measure: Measure,
  pass: Bound,
  message: string,
  ground: Ground,
  asked: Pick<Rule, 'kinds' | 'slow'> & Partial<Pick<Rule, 'stages'>> = {}
): Rule => ({
  measure,
  stages: ['source'],
  ...asked,
  pass,
  warn: 'always',
  message: () => message,
  ...ground
});

/** A row without a bound, for what the report says of the picture that goes in. */
export const reports = (measure: Measure, message: string, ground: Ground): Rule => ({
  measure,
  stages: ['source'],
  pass: {},
  message: () => message,
  ...ground
});
