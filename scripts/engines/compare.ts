import sharp from 'sharp';
import type { Made } from './finish';

/** How far an engine may be from another: levels of 255, and share of a measure. */
const tolerance = { levels: 1, share: 0.01 };

export interface Difference {
  sameBytes: boolean;
  /** Largest difference of a colour, in levels of 255; infinite where only one engine made a photo. */
  levels: number;
  /** Largest deviation of a measure against its scale, and whose; infinite where only one engine has a value. */
  share: number;
  measure: string | null;
  sameVerdict: boolean;
}

/** Whether two engines gave the same bytes, and how far pixels and measures are apart. */
export async function difference(one: Made, other: Made): Promise<Difference> {
  const sameBytes = one.jpeg && other.jpeg ? one.jpeg.equals(other.jpeg) : one.jpeg === other.jpeg;
  let share = 0;
  let measure: string | null = null;
  for (const [id, { value, scale }] of one.measures) {
    const there = other.measures.get(id)?.value ?? null;
    const off =
      value === null || there === null
        ? value === there
          ? 0
          : Infinity
        : Math.abs(value - there) / (scale || 1);
    if (off > share) [share, measure] = [off, id];
  }
  return {
    sameBytes,
    levels: sameBytes ? 0 : await largest(one.jpeg, other.jpeg),
    share,
    measure,
    sameVerdict: one.verdict === other.verdict
  };
}

/** Whether the two are the same photo for whoever measures or looks. */
export const alike = ({ levels, share, sameVerdict }: Difference): boolean =>
  levels <= tolerance.levels && share <= tolerance.share && sameVerdict;

async function largest(one: Buffer | null, other: Buffer | null): Promise<number> {
  if (!one || !other) return Infinity;
  const [a, b] = await Promise.all([one, other].map((jpeg) => sharp(jpeg).raw().toBuffer()));
  if (a!.length !== b!.length) return Infinity;
  let most = 0;
  for (let i = 0; i < a!.length; i++) most = Math.max(most, Math.abs(a![i]! - b![i]!));
  return most;
}
