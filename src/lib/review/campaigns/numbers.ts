import type { ReviewKey } from '$lib/i18n/catalogue';

/** A number of the settings as the form asks for it. */
export interface NumberRow {
  label: ReviewKey;
  /** Where it stands in what is edited, with dots. */
  at: string;
  /** Where its faults are told, if elsewhere. */
  path?: string;
  /** A sign, or the key of a word. */
  unit?: 'KB' | 'mm' | `campaigns.${'days' | 'minutes' | 'seconds' | 'hoursUnit' | 'months'}`;
  hint?: ReviewKey;
  step?: number | 'any';
}

/** How often and how long. */
export const limitRows: readonly NumberRow[] = [
  { label: 'campaigns.perDay', at: 'standardisationsPerDay' },
  { label: 'campaigns.coolDown', at: 'coolDownHours', unit: 'campaigns.hoursUnit' },
  { label: 'campaigns.retakes', at: 'retakes' },
  { label: 'campaigns.retakeDays', at: 'retakeDays', unit: 'campaigns.days' },
  { label: 'campaigns.perStudent', at: 'limits.perStudent' },
  { label: 'campaigns.reviewDays', at: 'reviewDays', unit: 'campaigns.days' },
  { label: 'campaigns.claimMinutes', at: 'review.claimMinutes', unit: 'campaigns.minutes' },
  { label: 'campaigns.undoSeconds', at: 'review.undoSeconds', unit: 'campaigns.seconds' },
  { label: 'campaigns.retention', at: 'retentionDays', unit: 'campaigns.days' }
];

/** Bytes of the finished file. */
export const bytesRows: readonly NumberRow[] = [
  { label: 'campaigns.bytesMin', at: 'bytes.min', unit: 'KB', step: 'any' },
  {
    ...{ label: 'campaigns.bytesMax', at: 'bytes.max', path: 'bytes', unit: 'KB' },
    ...{ step: 'any', hint: 'campaigns.bytesHint' }
  }
];

/** Of a standard of the unit's own. */
export const standardRows: readonly NumberRow[] = [
  {
    ...{ label: 'campaigns.printWidth', at: 'print.width', path: 'standard.print' },
    ...{ unit: 'mm', step: 'any' }
  },
  {
    ...{ label: 'campaigns.printHeight', at: 'print.height', path: 'standard.print.height' },
    ...{ unit: 'mm', step: 'any' }
  },
  { label: 'campaigns.quality', at: 'minQuality', path: 'standard.minQuality' },
  {
    ...{ label: 'campaigns.bytesMin', at: 'bytes.min', path: 'standard.bytes.min' },
    ...{ unit: 'KB', step: 'any' }
  },
  {
    ...{ label: 'campaigns.bytesMax', at: 'bytes.max', path: 'standard.bytes' },
    ...{ unit: 'KB', step: 'any' }
  }
];

/** The number at a place; null: none is given. */
export function numberAt(of: object, at: string): number | null {
  const found = at
    .split('.')
    .reduce<unknown>((value, name) => (value as Record<string, unknown>)?.[name], of);
  return typeof found === 'number' ? found : null;
}

/** Puts one there. */
export function putNumber(of: object, at: string, value: number | null): void {
  const names = at.split('.');
  const last = names.pop()!;
  const holder = names.reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], of);
  (holder as Record<string, unknown>)[last] = value;
}
