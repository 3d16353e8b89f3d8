/** Mesh point numbers of the canonical face by part. Left and right are the sitter's. */

/** Outline, clockwise from the top of the forehead. */
export const faceOval = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148, 176, 149,
  150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109
] as const;

export const chin = 152;
export const rightIris = 468;
export const leftIris = 473;
export const rightEye = { outer: 33, inner: 133, upper: 159, lower: 145 } as const;
export const leftEye = { outer: 263, inner: 362, upper: 386, lower: 374 } as const;
/** Round the lids, from the outer corner along the lower lid. */
export const rightEyeContour = [
  33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246
] as const;
export const leftEyeContour = [
  263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466
] as const;
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
/** Brow outlines. */
export const rightBrow = [70, 63, 105, 66, 107, 55, 65, 52, 53, 46] as const;
export const leftBrow = [300, 293, 334, 296, 336, 285, 295, 282, 283, 276] as const;
/** Middles of the brows' upper edges. */
export const browMiddles = { right: 105, left: 334 } as const;

export const mouthCorners = { right: 61, left: 291 } as const;
/** Corners of the mouth, and the middles of the lips' outer edges. */
export const mouthExtremes = [61, 291, 0, 17] as const;
/** Middles of the lips' inner edges. */
export const lipMiddles = { upper: 13, lower: 14 } as const;
/** Inner lip, upper and lower opposite each other. */
export const innerLipPairs = [
  [13, 14],
  [82, 87],
  [312, 317],
  [81, 178],
  [311, 402]
] as const;
/** Lip edges, from the right corner along the lower lip. */
export const outerLips: readonly number[] = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185
];
export const innerLips: readonly number[] = [
  78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191
];

/** Where the ears join the face. */
export const earRoots = { right: 234, left: 454 } as const;
/** The face's edge from above the ear root to below the lobe. */
export const earEdges = { right: [127, 234, 93, 132], left: [356, 454, 323, 361] } as const;
/** Lower ends of the ear roots. */
export const lobes = { right: 132, left: 361 } as const;
