/** Mesh point numbers of the canonical face by part. Left and right are the sitter's. */

/** Outline, clockwise from the top of the forehead. */
export const faceOval = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
] as const;

export const chin = 152;
/** Where the ears meet the cheeks. */
export const earRoots = { right: 234, left: 454 } as const;
export const noseTip = 4;
export const rightIris = 468;
export const leftIris = 473;
export const rightEye = { outer: 33, inner: 133, upper: 159, lower: 145 } as const;
export const leftEye = { outer: 263, inner: 362, upper: 386, lower: 374 } as const;
/** Upper and lower lid opposite each other, three pairs an eye. */
export const lidPairs = {
  right: [
    [159, 145],
    [158, 153],
    [160, 144]
  ],
  left: [
    [386, 374],
    [385, 380],
    [387, 373]
  ]
} as const;
/** Inner lip, upper and lower opposite each other. */
export const innerLipPairs = [
  [13, 14],
  [82, 87],
  [312, 317],
  [81, 178],
  [311, 402]
] as const;
export const mouthCorners = { right: 61, left: 291 } as const;
/** Brow outlines. */
export const rightBrow = [70, 63, 105, 66, 107, 55, 65, 52, 53, 46] as const;
export const leftBrow = [300, 293, 334, 296, 336, 285, 295, 282, 283, 276] as const;
