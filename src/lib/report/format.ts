import type { Parameters } from '$lib/i18n/message';
import type { Finding } from '$workers/protocol';
import type { Bounds } from '$workers/standard/standard';

/** Numbers as a reader wants them: whole from 100 on and in pixels, one decimal from 1 on, else three. */
export function formatValue(value: number, unit: string, locale: string): string {
  const size = Math.abs(value);
  const digits = size >= 100 || (unit === 'px' && size >= 10) ? 0 : size >= 1 ? 1 : 3;
  // A value that rounds to nothing is nothing, not minus nothing.
  const rounded = Number(value.toFixed(digits)) || 0;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(rounded);
  return unit === '' ? number : unit === '°' || unit === '%' ? `${number}${unit}` : `${number} ${unit}`;
}

/** Whether a finding's numbers mean anything to a reader: a plain yes or no has none. */
export function hasFigures({ value, unit, bound }: Finding): boolean {
  const yesOrNo = unit === '' && bound?.min === 1 && bound.max === undefined;
  return value !== null && bound !== undefined && !yesOrNo;
}

/** A finding's bounds, and the proportion that they mean, for the places of its text. */
export function figuresOf({ bound = {}, unit }: Finding, locale: string): Parameters {
  const { min, max } = bound;
  return {
    ...(min !== undefined && { min: formatValue(min, unit, locale) }),
    ...(max !== undefined && { max: formatValue(max, unit, locale) }),
    ratio: ratioOf(bound) ?? ''
  };
}

/** The simplest proportion, as `3:4`, within bounds of width over height; null where one is missing. */
export function ratioOf({ min, max }: Bounds): string | null {
  if (min === undefined || max === undefined) return null;
  for (let high = 1; high <= 100; high++) {
    const wide = Math.round((high * (min + max)) / 2);
    if (wide / high >= min && wide / high <= max) return `${wide}:${high}`;
  }
  return null;
}
