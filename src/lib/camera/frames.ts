import type { CameraFrame } from '$workers/protocol';

/**
 * Hands the video's frames over one at a time: the next is taken only when `use` is done with the last, so that
 * a slow device looks at fewer frames rather than older ones. The receiver owns the frame and closes it.
 *
 * @param wanted asked before a frame is taken; false costs nothing
 * @returns stops it
 */
export function pumpFrames(
  video: HTMLVideoElement,
  use: (frame: CameraFrame) => Promise<void>,
  wanted: () => boolean
): () => void {
  let running = true;
  let before = -1;
  const next = () => {
    if (!running) return;
    if (tellsFrames(video)) video.requestVideoFrameCallback(() => void one());
    else requestAnimationFrame(() => void one());
  };
  const one = async () => {
    try {
      const ready = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth > 0;
      if (!running || !ready || !wanted()) return;
      // Where the browser does not tell of new frames, the same one is not looked at twice.
      if (!tellsFrames(video) && video.currentTime === before) return;
      before = video.currentTime;
      const frame = await frameOf(video);
      if (running && frame) await use(frame);
      else frame?.close();
    } finally {
      next();
    }
  };
  next();
  return () => (running = false);
}

const tellsFrames = (video: HTMLVideoElement) => 'requestVideoFrameCallback' in video;

/** Calls `seen` for each new frame that the video shows; answers how to stop. */
export function countFrames(video: HTMLVideoElement, seen: () => void): () => void {
  let running = true;
  let before = 0;
  const shown = () => {
    if (!running) return;
    seen();
    if (tellsFrames(video)) video.requestVideoFrameCallback(shown);
  };
  if (tellsFrames(video)) video.requestVideoFrameCallback(shown);
  // A video out of sight is shown nothing, but gets its frames.
  const timer = setInterval(() => {
    const { totalVideoFrames = 0 } = video.getVideoPlaybackQuality?.() ?? {};
    if (totalVideoFrames > before) seen();
    before = totalVideoFrames;
  }, 500);
  return () => {
    running = false;
    clearInterval(timer);
  };
}

/**
 * The video's present frame, as the sensor saw it; null when there is none, e.g. because the camera went away.
 * A `VideoFrame` where there is such a thing: it is a reference, where a bitmap costs this thread a conversion.
 */
export async function frameOf(video: HTMLVideoElement): Promise<CameraFrame | null> {
  try {
    return referenceOf(video) ?? (await createImageBitmap(video));
  } catch {
    // the camera went away: there is no frame
    return null;
  }
}

/**
 * The frame as a `VideoFrame`; null where there is no such thing, and where it has another shape than the video shows:
 * some browsers leave the frames of a rotated camera on their side.
 */
function referenceOf(video: HTMLVideoElement): VideoFrame | null {
  if (!('VideoFrame' in window)) return null;
  const frame = new VideoFrame(video);
  if (frame.displayWidth === video.videoWidth && frame.displayHeight === video.videoHeight) return frame;
  frame.close();
  return null;
}

/** The frame's pixels; it is closed. Null when it is gone. */
export async function bitmapOf(frame: CameraFrame): Promise<ImageBitmap | null> {
  if (frame instanceof ImageBitmap) return frame;
  try {
    return await createImageBitmap(frame);
  } catch {
    // the frame is gone
    return null;
  } finally {
    frame.close();
  }
}
