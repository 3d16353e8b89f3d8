import type { Finding } from '$workers/protocol';

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
