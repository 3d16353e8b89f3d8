/**
 * The automatic shutter: fires after everything has passed for a while, with the best picture of it. What only warns
 * holds it up for a time in which it is told and can be mended; only what fails stops it.
 */
import type { Report } from '$workers/protocol';

export const holdMs = 1500;
/** How much later it fires where something warns all the while: time to read it and to follow it. */
export const warnedMs = 3500;

export interface Shutter {
  /** When the current run of frames without a failure began; null outside one. */
  since: number | null;
  /** When the passing frames at its end began; null where the last one warned. */
  passingSince: number | null;
  /** Of the frame to keep. */
  best: { passes: boolean; sharpness: number };
}

export const restingShutter: Shutter = {
  since: null,
  passingSince: null,
  best: { passes: false, sharpness: -Infinity }
};

export interface ShutterAnswer {
  shutter: Shutter;
  /** Keep this frame: it is the best of the run so far. */
  keep: boolean;
  fire: boolean;
  /** 0…1 of the way; 0 while a warning is given its time. */
  progress: number;
}

/** Takes one judged frame in; `at` in milliseconds. A frame that passes is better than any that warns, then the sharpest. */
export function watchShutter(
  shutter: Shutter,
  { verdict, sharpness, at }: { verdict: Report['verdict']; sharpness: number; at: number }
): ShutterAnswer {
  if (verdict === 'fail') return { shutter: restingShutter, keep: false, fire: false, progress: 0 };
  const passes = verdict === 'pass';
  const since = shutter.since ?? at;
  const passingSince = passes ? (shutter.passingSince ?? at) : null;
  const { best } = shutter;
  const keep = passes === best.passes ? sharpness > best.sharpness : passes;
  const held = Math.max(at - since - warnedMs, passingSince === null ? 0 : at - passingSince);
  const progress = Math.min(1, Math.max(0, held / holdMs));
  return {
    shutter: { since, passingSince, best: keep ? { passes, sharpness } : best },
    keep,
    fire: progress >= 1,
    progress
  };
}
