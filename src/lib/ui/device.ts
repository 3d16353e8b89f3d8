/** The device is touched by fingers: a phone or tablet, which most likely holds the code's picture itself. */
export const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;

/** A file chooser can open the device's own camera (HTML Media Capture). */
export const takesPictures = (): boolean => isTouched() || 'capture' in document.createElement('input');
