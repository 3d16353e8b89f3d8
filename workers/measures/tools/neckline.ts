import { landmark } from '../../face/face';
import { chin } from '../../face/parts';
import { facePatch, toFace, toPicture } from '../../face/patch';
import { flooder } from '../../image/flood';
import { atLeast, createPlane, type Plane } from '../../image/image';
import type { Box } from '../../image/region';
import { quantile } from '../../image/statistics';
import { faceBox } from './around';
import type { Outline } from '../measure';
import type { Sitter } from '../sitter';
import { differencesFrom } from './colour';
import { curvature, gaussian, gaussianAt, lumaPlane } from './filter';
import { isNeckSkin, skinWhite } from './skin';

/** Pixels per inter-eye distance. */
const scale = 100;
/** Scale of a bead or a chain, in those pixels. */
const sigma = 2;
/** Patch pixels at its border where curvature is not known. */
const border = 4;
/** A dot counts from the first curvature on, and as much as the second at most: few large ones do not outweigh many. */
const dot = { from: 0.04, most: 0.15 };
/** Half width, and from how far to how far below the chin, in inter-eye distances. */
const reach = { aside: 1.1, from: 0.1, to: 1.35 };
/** Picture pixels at its border that do not count: filters see beyond it. */
const margin = { left: 3, others: 4 };
/** The neck's skin begins in this band below the zone's top and so far beside its middle, in inter-eye distances. */
const throat = { deep: 0.15, aside: 0.25 };
/** A line counts where more than this share of its surroundings is skin; blur in patch pixels. */
const onSkin = { blur: 4, share: 0.5 };
/** A dot counts where at least this share of its wider surroundings is skin. */
const nearSkin = { blur: 14, share: 0.25 };
/** Share of the skin's pixels that have weaker lines than a chain. */
const weaker = 0.98;
/** Added to lines and to dots before their logs are taken: what noise makes. */
const noise = { lines: 0.003, dots: 0.05 };

/** From below the chin to the collarbones, in the face's axes. */
function zoneOf({ face, frame }: Sitter): Box {
  const { y } = toFace(frame, landmark(face, chin));
  return { left: -reach.aside, right: reach.aside, top: y + reach.from, bottom: y + reach.to };
}

/** Where `neckline` looks, as an outline on the picture. */
export function necklineBox(sitter: Sitter): Outline {
  return faceBox(sitter.frame, zoneOf(sitter), sitter.image.height);
}

/**
 * What lies on the skin below the chin: how much glitters in dots near it (log), and how much brighter than dark thin
 * lines on it are bright ones (log of the ratio; 0 where there is no skin), worked out when asked. All numbers chosen by
 * hand; the jewellery model was fitted with them.
 */
export function neckline(sitter: Sitter): { dots: number; lines: () => number } {
  const { image, frame, skin } = sitter;
  const zone = zoneOf(sitter);
  const patch = facePatch(image, frame, zone, scale);
  const { width, height } = patch;
  const seen = new Uint8Array(width * height);
  const bare = createPlane(width, height);
  const difference = differencesFrom(patch, skin);
  for (let at = 0; at < seen.length; at++) {
    const inFace = { x: zone.left + ((at % width) + 0.5) / scale, y: zone.top + (at / width + 0.5) / scale };
    const { x, y } = toPicture(frame, inFace);
    if (x <= margin.left || y >= image.height - margin.others || x >= image.width - margin.others) continue;
    seen[at] = 1;
    bare.data[at] = isNeckSkin(difference(at * 4)) ? 1 : 0;
  }
  const { dots, lines } = curvature(lumaPlane(patch, skinWhite(skin)), sigma);
  return {
    dots: Math.log(sumOfDots(dots, bare, seen) + noise.dots),
    lines: () => {
      const hanging = { ...bare, data: connected(bare, -zone.left * scale) };
      const on = gaussian(hanging, onSkin.blur).data.map((share, at) =>
        seen[at] && share > onSkin.share ? 1 : 0
      );
      /** Log of the skin's strongest, but for the few that are stronger still. */
      const strongest = (plane: Float32Array) => {
        const onIt = plane.filter((_, at) => on[at]);
        return Math.log(Math.max(0, quantile(onIt, weaker)) + noise.lines);
      };
      // Dark lines: the lesser curvature with its sign turned.
      return strongest(lines.data) - strongest(dots.data.map((value) => -value));
    }
  };
}

/** The marked pixels that hang together with those at the top about `middle`: the neck, and no tie of its colour. */
function connected({ width, height, data }: Plane, middle: number): Float32Array<ArrayBuffer> {
  const flood = flooder(width, height);
  const skin = atLeast(data, 0.5);
  const found = new Uint8Array(data.length);
  for (let y = 0; y < Math.min(height, throat.deep * scale); y++)
    for (let x = Math.round(middle - throat.aside * scale); x <= middle + throat.aside * scale; x++)
      flood(skin, y * width + x, found);
  return new Float32Array(found);
}

/** The peaks of the dots near the skin, added up. */
function sumOfDots({ width, height, data }: Plane, bare: Plane, seen: Uint8Array): number {
  let sum = 0;
  for (let y = border; y < height - border; y++)
    for (let x = border; x < width - border; x++) {
      const at = y * width + x;
      const value = data[at]!;
      if (!seen[at] || value < dot.from) continue;
      const aside = value >= data[at - 1]! && value >= data[at + 1]!;
      if (!aside || value < data[at - width]! || value < data[at + width]!) continue;
      // Peaks are few: the blur is worked out for them alone.
      if (gaussianAt(bare, nearSkin.blur, at) >= nearSkin.share) sum += Math.min(value, dot.most);
    }
  return sum;
}
