import type { Scene } from './scene';

export type { FileFacts, MeasureInput } from './scene';

/** x and y by turns, in pixels of the picture: two points are a line, more an outline to close. */
export type Outline = number[];

/** A measure: one file, one row of the table in `verdict/rules.ts`. */
export interface Measure {
  /** Stable id, e.g. `mouth.closed`: appears in reports, in rows and in the message catalogue. */
  id: string;
  unit: string;
  /** Looks at the sitter's labels: without them it cannot tell. */
  needs?: 'labels';
  /** Native value; null when this picture cannot tell. */
  value(scene: Scene): number | null;
  /** Native value → quality 0…100. */
  quality(value: number): number;
  /** What was measured, as lines to draw whatever the verdict. */
  lines?(scene: Scene): Outline[];
  /** Where on the picture it is to be seen, asked when the verdict is not pass. */
  regions?(scene: Scene): Outline[];
}
