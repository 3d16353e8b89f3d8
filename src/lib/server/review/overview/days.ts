import type { Span } from '../../store/overview';

const dayMs = 24 * 60 * 60 * 1000;

/** The last `count` days, today last. @param zoneMinutes the reader's clock is so far ahead of UTC */
export function spansOf(now: number, zoneMinutes: number, count: number): Span[] {
  const zoneMs = zoneMinutes * 60_000;
  const today = Math.floor((now + zoneMs) / dayMs) * dayMs;
  return Array.from({ length: count }, (_, index) => {
    const start = today - (count - 1 - index) * dayMs;
    return {
      day: new Date(start).toISOString().slice(0, 10),
      since: new Date(start - zoneMs).toISOString(),
      until: new Date(start - zoneMs + dayMs).toISOString()
    };
  });
}
