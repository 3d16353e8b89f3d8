import { sniff } from '$workers/image/sniff';
import { enrolmentLimits } from './contracts/enrolment';

/** Why a file is no enrolment photo; a text each. `type`: neither JPEG nor PNG, or without colours for screens. */
export type UnfitPhoto = 'type' | 'bytes' | 'pixels' | 'corrupt';

/** What a file is by its content, before any decoder sees it. */
export function enrolmentPhoto(
  file: Uint8Array
): { ok: true; type: 'image/jpeg' | 'image/png'; pixels: number } | { ok: false; why: UnfitPhoto } {
  if (file.length > enrolmentLimits.bytes) return { ok: false, why: 'bytes' };
  try {
    const { type, size } = sniff(file, { minSide: 1 });
    if (!size || (type !== 'jpeg' && type !== 'png')) return { ok: false, why: 'type' };
    const pixels = size.width * size.height;
    if (pixels > enrolmentLimits.pixels) return { ok: false, why: 'pixels' };
    return { ok: true, type: `image/${type}`, pixels };
  } catch (error) {
    // the file is the sender's: told by its reason
    const { code = '' } = error as { code?: string };
    if (code === 'image.tooLarge') return { ok: false, why: 'pixels' };
    const damaged = ['file.truncated', 'file.corrupt', 'file.empty', 'image.tooSmall'].includes(code);
    return { ok: false, why: damaged ? 'corrupt' : 'type' };
  }
}
