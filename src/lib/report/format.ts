/** Numbers as a reader wants them: whole from 100 on, two digits below 1. */
export function formatValue(value: number, unit: string, locale: string): string {
  const size = Math.abs(value);
  const digits = size >= 100 || (unit === 'px' && size >= 10) ? 0 : size >= 1 ? 1 : 3;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return unit === '' ? number : unit === '°' || unit === '%' ? `${number}${unit}` : `${number} ${unit}`;
}
