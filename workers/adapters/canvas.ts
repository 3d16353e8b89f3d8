import { CoreError } from '../errors';

/** What a frame of the page has and a worker has not. */
interface Page {
  document?: { createElement(tag: 'canvas'): OffscreenCanvas };
}

/** A canvas element has what is used here of an `OffscreenCanvas`, which browsers before 2023 lack. */
const element = () => (globalThis as Page).document?.createElement('canvas');

/** A canvas to read pixels through. @throws CoreError `browser.unfit` in a worker without `OffscreenCanvas` */
export function pixelCanvas(): OffscreenCanvas {
  const canvas = typeof OffscreenCanvas === 'function' ? new OffscreenCanvas(1, 1) : element();
  if (!canvas) throw new CoreError('browser.unfit', { stage: 'canvas' });
  return canvas;
}

/** Makes a canvas that gives WebGL2 here; Safari before 17 gives it to canvas elements alone. */
function maker(): (() => OffscreenCanvas) | undefined {
  const makers = [typeof OffscreenCanvas === 'function' && (() => new OffscreenCanvas(1, 1)), element];
  for (const make of makers) {
    const context = make && make()?.getContext('webgl2');
    if (!context) continue;
    // There are only so many contexts at a time.
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return make as () => OffscreenCanvas;
  }
  return undefined;
}

/** Throws where the vision engine cannot run: before anything is fetched. @throws CoreError `browser.unfit` */
export function needGraphics(): void {
  if (typeof WebAssembly !== 'object' || !maker())
    throw new CoreError('browser.unfit', { stage: 'graphics' });
}

/**
 * The canvas of one vision task, without a context yet. Handed in, so that the library does not choose one by the
 * browser's name.
 *
 * @throws CoreError `browser.unfit` without WebGL2
 */
export function graphicsCanvas(): OffscreenCanvas {
  const make = maker();
  if (!make) throw new CoreError('browser.unfit', { stage: 'graphics' });
  return make();
}

/**
 * One use of a vision task. The browser may take its context away, as of a page in the background, and never gives it
 * back: the task then fails, or answers that there is nothing to see.
 *
 * @throws CoreError `graphics.lost`; whatever `work` throws
 */
export function whileDrawing<T>(canvas: OffscreenCanvas, work: () => T): T {
  const lost = () => canvas.getContext('webgl2')?.isContextLost() ?? false;
  let result: T;
  try {
    result = work();
  } catch (cause) {
    throw lost() ? new CoreError('graphics.lost', { cause }) : cause;
  }
  if (lost()) throw new CoreError('graphics.lost');
  return result;
}
