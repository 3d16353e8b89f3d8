import { Refusal } from './problem';

/** Waits for its turn; answers what ends it. */
export type Turns = (of: string) => Promise<() => void>;

interface Lane {
  running: number;
  waiting: (() => void)[];
}

/**
 * A few at a time of each subject, the others in the order in which they came.
 *
 * @param atOnce of one subject
 * @param maxWaiting of one subject; more are refused
 * @throws Refusal `request.tooMany`
 */
export function turns(atOnce: number, maxWaiting: number): Turns {
  const lanes = new Map<string, Lane>();
  return async (of) => {
    const lane = lanes.get(of) ?? { running: 0, waiting: [] };
    lanes.set(of, lane);
    if (lane.running >= atOnce) {
      if (lane.waiting.length >= maxWaiting) throw new Refusal('request.tooMany');
      // Whoever ends hands its place on.
      await new Promise<void>((resolve) => lane.waiting.push(resolve));
    } else lane.running++;
    return () => {
      const next = lane.waiting.shift();
      if (next) return next();
      lane.running--;
      if (!lane.running) lanes.delete(of);
    };
  };
}
