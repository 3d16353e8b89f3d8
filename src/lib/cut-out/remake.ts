import { copyOf } from '$lib/core/camera-frame';
import { photoCore } from '$lib/core/photo-core';
import type { Shot } from '$lib/flow/draft';
import type { Crop, Finished, FinishStage, MatteEngine, Outcome } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';
import type { KeptPicture } from './kept-picture';

/** What is made of a shot's own picture once more. */
interface Again {
  kind: Shot['kind'];
  standard: ResolvedStandard;
  engine: MatteEngine;
  /** Placed by hand. */
  crop?: Crop | undefined;
}

interface Hooks {
  signal: AbortSignal;
  onStage: (stage: FinishStage | 'download' | 'waiting') => void;
  /** Bytes of the fine engine so far. */
  onProgress?: (progress: { loaded: number; total: number }) => void;
}

/** The same picture through the same recipe, by an engine and a crop; the fine engine is fetched first. */
export async function remake(
  { source }: KeptPicture,
  { kind, standard, engine, crop }: Again,
  { signal, onStage, onProgress }: Hooks
): Promise<Outcome<Finished>> {
  onStage('waiting');
  // Its own models first, most often out of the cache: so the bytes told are the engine's alone.
  const started = await photoCore.warm();
  if (signal.aborted || !started.ok) return started.ok ? { ok: false, code: 'aborted' } : started;
  // As the first was judged; where they do not come, the report says what was not asked.
  await photoCore.loadLabels(undefined, { signal });
  if (engine === 'fine') {
    onStage('download');
    const loaded = await photoCore.loadFine(onProgress, { signal });
    if (!loaded.ok) return loaded;
  }
  onStage('waiting');
  // The worker closes what it is given; the picture is needed again should this one fail.
  const given = source instanceof Blob ? source : await copyOf(source);
  const emit = { alpha: false, overlay: false };
  const options = { kind, standard, matte: engine, force: false, emit, ...(crop && { crop }) };
  return photoCore.finish(given, options, { signal, onStage });
}
