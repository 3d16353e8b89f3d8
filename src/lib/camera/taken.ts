import type { Taken } from '$lib/api/contracts/submission';
import { takenAtOf } from '$workers/image/exif';

/** Exif stands at a file's beginning. */
const headBytes = 256 * 1024;
const minuteMs = 60_000;

/** When a picture file of the device's own camera was taken, against `now` (ms): by its Exif, else by the file's own time. */
export async function takenOf(file: File, now = Date.now()): Promise<Taken> {
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  const exif = takenAtOf(head);
  // Exif says the time of the place, which is this device's.
  const at = exif ? new Date(...exif).getTime() : file.lastModified;
  const minutes = Math.round((now - at) / minuteMs);
  return Number.isFinite(minutes)
    ? { by: exif ? 'exif' : 'file', minutes: Math.max(-1_000_000, Math.min(minutes, 100_000_000)) }
    : {};
}
