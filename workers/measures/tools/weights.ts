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
    mean: [-3.596, -1.865, -0.8995],
    deviation: [0.9501, 1.12, 0.8764],
    weight: [1.778, 1.973, 1.974],
    bias: -4.113
  }
} as const satisfies Record<string, Model>;
