import type { PhotoStandard } from '../standard';
import { abroad } from './abroad';
import { documents } from './documents';
import { examinations } from './examinations';
import { registry } from './registry';

/** The photo standards that ship. The first is the default. */
export const standards: readonly PhotoStandard[] = [...registry, ...examinations, ...documents, ...abroad];

/** The entry with this id, or undefined. */
export function findStandard(id: string): PhotoStandard | undefined {
  return standards.find((standard) => standard.id === id);
}
