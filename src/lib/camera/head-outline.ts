import type { ResolvedStandard } from '$workers/standard/resolve';

/** Where the outline of a head goes in a view 300 wide: the drawn head is moved and scaled about its top middle. */
export interface OutlinePlace {
  /** Height of the view. */
  height: number;
  /** From the view's left and top edge to the top of the drawn head. */
  x: number;
  y: number;
  scale: number;
}

const viewWidth = 300;
/** Of the drawn head: its cheeks' distance, and how far the face's top lies below the hair's, in parts of the width. */
const drawn = { width: 148, belowHair: 0.035 };

/** The place in the middle of what the standard's windows allow. */
export function outlinePlace({ width, height, aims }: ResolvedStandard): OutlinePlace {
  const view = (viewWidth * height) / width;
  const middle = (wanted: string): number | null => {
    const aim = aims.find(({ of }) => of === wanted);
    return aim?.min !== undefined && aim.max !== undefined ? (aim.min + aim.max) / 2 : null;
  };
  const perPixel = viewWidth / width;
  const headHeight = middle('headHeight');
  // Cheek to cheek is about seven tenths of crown to chin.
  const face = middle('faceWidth') ?? (headHeight === null ? 0.5 * width : 0.7 * headHeight);
  const crown = middle('crown') ?? 0.125 * height;
  return {
    height: view,
    x: viewWidth / 2,
    y: (crown + drawn.belowHair * height) * perPixel,
    scale: (face * perPixel) / drawn.width
  };
}
