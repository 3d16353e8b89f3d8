import type { Model } from './model';

/**
 * Written by `npm run calibrate -- --train FOLDER...`: logistic regression on standardised features, ridge 0.5, over
 * labelled portraits. Not to be edited by hand.
 */
export const weights = {
  glasses: {
    mean: [-2.44, -2.465, -2.182],
    deviation: [0.8206, 0.618, 0.6126],
    weight: [3.063, 0.8058, 1.72],
    bias: -3.049
  },
  ears: {
    mean: [0.1868, -0.0849, 0.8264],
    deviation: [0.1847, 0.4582, 0.2552],
    weight: [2.263, -0.9405, -0.8864],
    bias: -4.492
  },
  jewellery: {
    mean: [-1.196, -2.447, -2.82, 0.2604, -1.641],
    deviation: [0.4254, 0.3702, 0.4938, 0.2093, 1.146],
    weight: [1.557, -0.3105, 0.2354, 1.716, 1.405],
    bias: -3.073
  }
} as const satisfies Record<string, Model>;
