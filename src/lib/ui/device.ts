/** The device is touched by fingers: a phone or tablet, which most likely holds the code's picture itself. */
export const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;
