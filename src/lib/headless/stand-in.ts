import { LiveGuide } from '$lib/camera/live-guide.svelte';
import { photoCore } from '$lib/core/photo-core';
import type { CameraFrame, Finding, Outcome, Verdict } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';

/** What became of a picture that stood before the camera. */
export interface StandInAnswer {
  /** Milliseconds until the automatic shutter fired; null where it did not. */
  firedAfter: number | null;
  /** Message keys of the advice that was shown, in turn. */
  told: string[];
  /** Of the last frame: the rules that did not pass, most blocking first. */
  live: Objection[];
  /** Of the picture that was taken: its own verdict and the finished photo's, and what did not pass in either. */
  still: { verdict: Verdict; objections: Objection[] } | null;
}

type Objection = Pick<Finding, 'id' | 'verdict' | 'value'>;

/** Longer and shorter side that the app asks a camera for. */
const camera = { longer: 1920, shorter: 1440 };

/** One standing picture before the live guide, as the camera page shows it frames, until the shutter fires or time is up. */
export async function standIn(
  picture: Blob,
  standard: ResolvedStandard,
  patienceMs: number
): Promise<Outcome<StandInAnswer>> {
  const frame = await asCamera(picture);
  const guide = new LiveGuide(standard);
  try {
    if (!(await guide.load())) return { ok: false, code: guide.failure ?? 'core.bug' };
    await guide.loadLabels();
    const began = performance.now();
    let taken: CameraFrame | null = null;
    const told: string[] = [];
    while (!taken && !guide.failure && performance.now() - began < patienceMs) {
      taken = await guide.look(await createImageBitmap(frame));
      const { advice } = guide;
      if (advice !== null && advice !== told.at(-1)) told.push(advice);
    }
    const firedAfter = taken && performance.now() - began;
    if (guide.failure) return { ok: false, code: guide.failure };
    const live = objections(guide.live?.report.findings ?? []);
    if (!taken) return { ok: true, value: { firedAfter, told, live, still: null } };
    const answer = await photoCore.finish(taken, {
      kind: 'still',
      standard,
      matte: 'fast',
      force: false,
      emit: { alpha: false, overlay: false }
    });
    if (!answer.ok) return answer;
    const { report, finishedReport } = answer.value;
    const verdicts = [report.verdict, finishedReport?.verdict ?? 'fail'] as const;
    const verdict = (['fail', 'warn', 'pass'] as const).find((one) => verdicts.includes(one))!;
    const found = [...report.findings, ...(finishedReport?.findings ?? [])];
    return { ok: true, value: { firedAfter, told, live, still: { verdict, objections: objections(found) } } };
  } finally {
    frame.close();
    guide.dispose();
  }
}

const objections = (findings: readonly Finding[]): Objection[] =>
  findings
    .filter(({ verdict }) => verdict === 'fail' || verdict === 'warn')
    .map(({ id, verdict, value }) => ({ id, verdict, value }));

async function asCamera(picture: Blob): Promise<ImageBitmap> {
  const whole = await createImageBitmap(picture);
  const { width, height } = whole;
  const scale = Math.min(
    1,
    camera.longer / Math.max(width, height),
    camera.shorter / Math.min(width, height)
  );
  if (scale === 1) return whole;
  const frame = await createImageBitmap(whole, {
    resizeWidth: Math.round(width * scale),
    resizeHeight: Math.round(height * scale),
    resizeQuality: 'high'
  });
  whole.close();
  return frame;
}
