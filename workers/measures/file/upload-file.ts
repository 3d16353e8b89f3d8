import type { Measure, MeasureInput } from '../measure';

/**
 * A measure of an uploaded file as it came, before anything is decoded or scaled; null for what our own camera took.
 * Source of all: the operating flow's upload step. Meets its rule or not: no better or worse.
 */
function ofFile(id: string, unit: string, of: (file: NonNullable<MeasureInput['file']>) => number): Measure {
  return { id, unit, value: ({ file }) => (file ? of(file) : null), quality: () => 100 };
}

/** 1 for a JPEG by its content, 0 for any other picture. */
export const fileJpeg = ofFile('file.jpeg', '', ({ type }) => (type === 'jpeg' ? 1 : 0));
/** Size of the file in units of 1024 bytes. */
export const fileBytes = ofFile('file.bytes', 'KB', ({ bytes }) => bytes / 1024);
/** Width after orientation. */
export const fileWidth = ofFile('file.width', 'px', ({ width }) => width);
/** Height after orientation. */
export const fileHeight = ofFile('file.height', 'px', ({ height }) => height);
/** Width over height. */
export const fileProportion = ofFile('file.proportion', '', ({ width, height }) => width / height);
