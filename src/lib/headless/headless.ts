import { toBase64 } from '$lib/api/base64';
import { codeCore } from '$lib/core/code-core';
import { faceCore } from '$lib/core/face-core';
import { photoCore } from '$lib/core/photo-core';
import type { DecodeAnswer, Finished, FinishOptions, Outcome, RgbaImage } from '$workers/protocol';
import { resolveStandard } from '$workers/standard/resolve';
import { standIn, type StandInAnswer } from './stand-in';

/** A `Finished` whose pixels are base64, to leave the page as JSON. */
export type PhotoAnswer = Omit<Finished, 'photo' | 'alpha' | 'overlay' | 'flat' | 'input' | 'before'> & {
  photo: (Omit<NonNullable<Finished['photo']>, 'jpeg'> & { jpeg: string }) | null;
  alpha: EncodedImage | null;
  overlay: EncodedImage | null;
  flat: EncodedImage | null;
  input: EncodedInput | null;
};

type Labels = NonNullable<NonNullable<Finished['input']>['labels']>;

/** What the measures saw, as JSON: landmarks as lists, the matte as base64 bytes 0…255. */
export interface EncodedInput {
  image: EncodedImage;
  faces: { landmarks: number[]; matrix: number[] }[];
  matte: { width: number; height: number; grey: string } | null;
  /** The planes one after another, in the labels' order, base64. */
  labels: { window: Labels['window']; planes: string } | null;
}

/** Raw RGBA rows in base64. */
export interface EncodedImage {
  width: number;
  height: number;
  rgba: string;
}

export type CodeAnswer = Pick<DecodeAnswer, 'ms'> & {
  /** `several`: more than one code that can be meant. */
  trouble: DecodeAnswer['trouble'] | 'several';
  text: string | null;
  decoder: string | null;
  payload: { kind: string } | null;
};

export interface Headless {
  /** @param labels false: without what labels the sitter, where nothing has loaded it before */
  photo(options: FinishOptions, labels?: boolean): Promise<Outcome<PhotoAnswer>>;
  decode(): Promise<Outcome<CodeAnswer>>;
  /** Milliseconds a frame of the landmarks alone and of the whole live analysis, by turns over the same frames. */
  live(frames: number): Promise<Outcome<{ bare: number[]; whole: number[] }>>;
  /** The picture stands before the camera: whether the shutter fires by itself, and what the still is worth. */
  shutter(patienceMs: number): Promise<Outcome<StandInAnswer>>;
}

declare global {
  interface Window {
    gradframe?: Headless;
  }
}

/** The image core as plain calls on the file that `file` gives. */
export function headless(file: () => File): Headless {
  return {
    async photo(options, labels = true) {
      if (labels) {
        const loaded = await photoCore.loadLabels();
        if (!loaded.ok) return loaded;
      }
      if (options.matte !== 'fast') {
        const loaded = await photoCore.loadFine();
        if (!loaded.ok) return loaded;
      }
      const answer = await photoCore.finish(file(), options);
      if (!answer.ok) return answer;
      const { photo, alpha, overlay, flat, input, ...rest } = answer.value;
      return {
        ok: true,
        value: {
          ...rest,
          photo: photo && { ...photo, jpeg: toBase64(photo.jpeg) },
          alpha: alpha && encoded(alpha),
          overlay: overlay && encoded(overlay),
          flat: flat && encoded(flat),
          input: input && encodedInput(input)
        }
      };
    },
    async decode() {
      const answer = await codeCore.decodeFile(file());
      if (!answer.ok) return answer;
      const { codes, trouble, ms } = answer.value;
      const [code, ...others] = codes;
      // Nobody is there to say which is meant.
      if (!code || others.length)
        return {
          ok: true,
          value: { text: null, decoder: null, payload: null, trouble: code ? 'several' : trouble, ms }
        };
      const { text, decoder, payload } = code;
      return { ok: true, value: { text, decoder, payload: { kind: payload.kind }, trouble, ms } };
    },
    async live(frames) {
      const loaded = await faceCore.warm();
      if (!loaded.ok) return loaded;
      const picture = await createImageBitmap(file());
      const standard = resolveStandard();
      const bare: number[] = [];
      const whole: number[] = [];
      for (let i = 0; i < frames; i++) {
        // As of a camera in the hand: each frame a little beside the one before.
        const frame = () => createImageBitmap(picture, i % 8, i % 5, picture.width - 8, picture.height - 8);
        for (const times of i % 2 ? [bare, whole] : [whole, bare]) {
          const bitmap = await frame();
          const began = performance.now();
          const answer =
            times === bare
              ? await faceCore.detect(bitmap, began)
              : await faceCore.analyse(bitmap, began, standard);
          if (!answer.ok) return answer;
          times.push(performance.now() - began);
        }
      }
      return { ok: true, value: { bare, whole } };
    },
    shutter: (patienceMs) => standIn(file(), resolveStandard(), patienceMs)
  };
}

function encoded({ width, height, data }: RgbaImage): EncodedImage {
  return { width, height, rgba: toBase64(data) };
}

function encodedInput({ image, faces, matte, labels }: NonNullable<Finished['input']>): EncodedInput {
  const grey = matte && Uint8ClampedArray.from(matte.data, (share) => 255 * share);
  return {
    image: encoded(image),
    faces: faces.map(({ landmarks, matrix }) => ({ landmarks: [...landmarks], matrix: [...matrix] })),
    matte: matte && grey && { width: matte.width, height: matte.height, grey: toBase64(grey) },
    labels: labels ? { window: labels.window, planes: toBase64(joined(labels)) } : null
  };
}

function joined({ planes }: Labels): Uint8Array<ArrayBuffer> {
  const parts = Object.values(planes);
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
