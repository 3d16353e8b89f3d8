/** Width and height in millimetres. */
export interface Millimetres {
  width: number;
  height: number;
}

/** Photo sizes that offices in China ask for on paper: 1 寸, 2 寸, 小 2 寸, as photo shops cut them. */
export const photoSizes = {
  one: { width: 25, height: 35 },
  two: { width: 35, height: 49 },
  smallTwo: { width: 35, height: 45 }
} as const satisfies Record<string, Millimetres>;

/** Papers of photo shops, 5 寸 and 6 寸, and of printers. */
export const papers = {
  five: { width: 89, height: 127 },
  six: { width: 102, height: 152 },
  a4: { width: 210, height: 297 }
} as const satisfies Record<string, Millimetres>;

export type PhotoSize = keyof typeof photoSizes | 'own';
export type Paper = keyof typeof papers;

/** The print that a finished photo is of itself. @param dpi its density */
export const ownSize = ({ width, height }: { width: number; height: number }, dpi: number): Millimetres => ({
  width: (width / dpi) * 25.4,
  height: (height / dpi) * 25.4
});
