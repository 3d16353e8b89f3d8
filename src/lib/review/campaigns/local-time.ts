const two = (value: number) => String(value).padStart(2, '0');

/** An instant (ISO 8601) as a `datetime-local` field has it, in this device's time; '' where there is none. */
export function localOf(instant: string | undefined): string {
  if (!instant) return '';
  const at = new Date(instant);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** The instant that a `datetime-local` field names; what it was before where it still says that minute. */
export function instantOf(local: string, before?: string): string {
  if (!local || local === localOf(before)) return before && local ? before : '';
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? local : at.toISOString();
}
