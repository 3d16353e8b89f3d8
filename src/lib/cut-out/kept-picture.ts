import type { Shot } from '$lib/flow/draft';
import type { CameraFrame } from '$workers/protocol';

/** The picture a photo was made of, at full size. */
export interface KeptPicture {
  source: CameraFrame | File;
  /** The finished JPEG that was made of it. */
  jpeg: Uint8Array;
  /** Milliseconds that took, models loaded. */
  ms: number;
}

/** In memory alone: a reload forgets it. */
let kept: KeptPicture | null = null;

/** Keeps the picture of the newest photo, and lets go of the one before. A still is handed over. */
export function keepPicture(picture: KeptPicture): void {
  forgetPicture();
  kept = picture;
}

/** The picture that this shot was made of; null after a reload, and where another tab made the shot. */
export function pictureOf({ jpeg }: Pick<Shot, 'jpeg'>): KeptPicture | null {
  return kept && jpeg && sameBytes(kept.jpeg, jpeg) ? kept : null;
}

/** Lets go of it: the student goes on, or takes another. */
export function forgetPicture(): void {
  if (kept && !(kept.source instanceof Blob)) kept.source.close();
  kept = null;
}

/** Equal in content: what the device kept of a shot is a copy. */
export const sameBytes = (one: Uint8Array, other: Uint8Array) =>
  one.length === other.length && one.every((byte, at) => byte === other[at]);
