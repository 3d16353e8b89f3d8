import { doubtThreshold } from '../../workers/finish/doubt';
import type { MatteEngine } from '../../workers/protocol';

/** What `auto` took of one scene. */
export interface Choice {
  scene: string;
  doubt: number;
  engine: MatteEngine;
  /** ΔE2000 of the fast matte over that of the fine one: above 1 the fine one is better. */
  ratio: number;
  /** ΔE2000 by which what was taken is worse than the better of both; a tie costs nothing. */
  regret: number;
}

/** @param colours mean ΔE2000 by each engine, and by `auto` */
export function choiceOf(
  { scene, doubt, engine }: Pick<Choice, 'scene' | 'doubt' | 'engine'>,
  fast: number,
  fine: number,
  auto: number
): Choice {
  return { scene, doubt, engine, ratio: fast / fine, regret: Math.max(0, auto - Math.min(fast, fine)) };
}

/** A table of what `auto` took, in the order of doubt, with the threshold where it lies. */
export function choices(all: readonly Choice[]): string {
  const sorted = all.toSorted((one, other) => one.doubt - other.doubt);
  const line = ({ scene, doubt, engine, ratio, regret }: Choice) =>
    `${scene.padEnd(20)} ${doubt.toFixed(2).padStart(6)}  ${engine.padEnd(5)} ` +
    `${ratio.toFixed(2).padStart(11)} ${regret.toFixed(3).padStart(7)}`;
  const split = sorted.findIndex(({ doubt }) => doubt >= doubtThreshold);
  const below = split < 0 ? sorted : sorted.slice(0, split);
  const above = split < 0 ? [] : sorted.slice(split);
  const right = all.filter(({ engine, ratio }) => (engine === 'fine') === ratio > 1).length;
  return [
    'scene                 doubt  auto  fast ÷ fine  regret',
    ...below.map(line),
    `-- doubt ${doubtThreshold}: from here on auto takes fine where colours tell; right in ${right} of ${all.length} scenes`,
    ...above.map(line)
  ].join('\n');
}
