/** The automatic shutter: fires after everything has passed for a while, with the sharpest picture of it. */

export const holdMs = 1500;

export interface Shutter {
  /** When the current run of passing frames began; null outside one. */
  since: number | null;
  /** Sharpness of the frame to keep. */
  best: number;
}

export const restingShutter: Shutter = { since: null, best: -Infinity };

export interface ShutterAnswer {
  shutter: Shutter;
  /** Keep this frame: it is the sharpest of the run so far. */
  keep: boolean;
  fire: boolean;
  /** 0…1 of the way. */
  progress: number;
}

/** Takes one judged frame in; `at` in milliseconds. */
export function watchShutter(
  shutter: Shutter,
  frame: { passes: boolean; sharpness: number; at: number }
): ShutterAnswer {
  if (!frame.passes) return { shutter: restingShutter, keep: false, fire: false, progress: 0 };
  const since = shutter.since ?? frame.at;
  const keep = frame.sharpness > shutter.best;
  const progress = Math.min(1, (frame.at - since) / holdMs);
  return {
    shutter: { since, best: Math.max(shutter.best, frame.sharpness) },
    keep,
    fire: progress >= 1,
    progress
  };
}
