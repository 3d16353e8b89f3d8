/** A name with all but its first letter hidden, as the registry shows it: 林**. */
export function maskName(name: string): string {
  const [first = '', ...rest] = Array.from(name.trim());
  return first + '*'.repeat(Math.max(1, rest.length));
}

/** A number with its middle hidden: 2022****01. */
export function maskNumber(number: string): string {
  const shown = number.length >= 8 ? 4 : 1;
  const tail = number.length >= 8 ? 2 : 1;
  const hidden = Math.max(0, number.length - shown - tail);
  return number.slice(0, shown) + '*'.repeat(hidden) + number.slice(shown + hidden);
}
