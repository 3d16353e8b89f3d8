/**
 * Hands the video's frames over one at a time: the next is taken only when `use` is done with the last, so that
 * a slow device looks at fewer frames rather than older ones. Pauses while the page is hidden.
 *
 * @returns stops it
 */
export function pumpFrames(video: HTMLVideoElement, use: () => Promise<void>): () => void {
  let running = true;
  const next = () => {
    if (!running) return;
    if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(() => void one());
    else requestAnimationFrame(() => void one());
  };
  const one = async () => {
    if (!running) return;
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && video.videoWidth) await use();
    next();
  };
  next();
  return () => (running = false);
}
