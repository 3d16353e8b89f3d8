/** A place on a picture, in pixels; x right, y down; pixel centres at .5. */
export interface Point {
  x: number;
  y: number;
}

/** Euclidean, in the unit of the points. */
export function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Half-way between both. */
export function midpoint(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Where a point of the source lies in the picture cropped from it, in that picture's pixels. */
export function intoCrop(
  { x, y }: Point,
  crop: { x: number; y: number; width: number; height: number },
  picture: { width: number; height: number }
): Point {
  return {
    x: ((x - crop.x) * picture.width) / crop.width,
    y: ((y - crop.y) * picture.height) / crop.height
  };
}
