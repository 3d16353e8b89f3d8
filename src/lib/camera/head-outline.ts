import type { HeadGeometry } from '$workers/protocol';
import type { ResolvedStandard } from '$workers/standard/resolve';

/** Where the outline of a head goes in a view 300 wide: the drawn head is moved and stretched about its top middle. */
export interface OutlinePlace {
  /** Height of the view. */
  height: number;
  /** From the view's left and top edge to the top of the drawn head. */
  x: number;
  y: number;
  /** Of the drawn head, across and down. */
  scaleX: number;
  scaleY: number;
}

const viewWidth = 300;
/** Of the drawn head: its cheeks' distance, its height, and how far its top lies below the hair's, in parts of the view. */
const drawn = { width: 148, height: 194, belowHair: 0.035 };
/** The line runs this far beside the cheeks, in parts of the face's width. */
const besideFace = 1.12;

const heightOf = ({ width, height }: ResolvedStandard) => (viewWidth * height) / width;

/** The place in the middle of what the standard's windows allow. */
export function outlinePlace(standard: ResolvedStandard): OutlinePlace {
  const { width, height, aims } = standard;
  const middle = (wanted: string): number | null => {
    const aim = aims.find(({ of }) => of === wanted);
    return aim?.min !== undefined && aim.max !== undefined ? (aim.min + aim.max) / 2 : null;
  };
  const perPixel = viewWidth / width;
  const headHeight = middle('headHeight');
  // Cheek to cheek is about seven tenths of crown to chin.
  const face = middle('faceWidth') ?? (headHeight === null ? 0.5 * width : 0.7 * headHeight);
  const crown = middle('crown') ?? 0.125 * height;
  const scale = (face * perPixel) / drawn.width;
  return {
    height: heightOf(standard),
    x: viewWidth / 2,
    y: (crown + drawn.belowHair * height) * perPixel,
    scaleX: scale,
    scaleY: scale
  };
}

/**
 * The place of a head that was found: what is accepted there need not be in the middle of the view.
 *
 * @param head in pixels of the frame, which fills the view and is cut at its longer sides
 */
export function outlineOn(
  head: HeadGeometry,
  frame: { width: number; height: number },
  standard: ResolvedStandard,
  mirrored: boolean
): OutlinePlace {
  const height = heightOf(standard);
  const perPixel = Math.max(viewWidth / frame.width, height / frame.height);
  const fromCentre = (head.centreX - frame.width / 2) * perPixel;
  return {
    height,
    x: viewWidth / 2 + (mirrored ? -fromCentre : fromCentre),
    y: height / 2 + (head.crownY - frame.height / 2) * perPixel,
    scaleX: ((head.faceRight - head.faceLeft) * perPixel * besideFace) / drawn.width,
    scaleY: ((head.chinY - head.crownY) * perPixel) / drawn.height
  };
}
