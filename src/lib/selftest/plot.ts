import type { Series } from './sweep';

const size = { width: 640, height: 320, left: 64, right: 16, top: 36, bottom: 44 };

/** Round numbers that divide low…high in about `count` steps. */
export function ticks(low: number, high: number, count = 5): number[] {
  const raw = (high - low) / count || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * ([1, 2, 2.5, 5, 10].find((m) => m * power >= raw) ?? 10);
  const first = Math.ceil(low / step - 1e-9) * step;
  return Array.from({ length: Math.floor((high - first) / step + 1e-9) + 1 }, (_, i) =>
    Number((first + i * step).toPrecision(12))
  );
}

/**
 * One measure through a sweep as SVG: the truth as a band of its tolerance, the measurement as a line with dots;
 * a dot outside the band is red.
 */
export function plot({ curve, points }: Series, parameter: string): string {
  const { tolerance } = curve;
  const all = points.flatMap(({ measured, truth }) => [measured, truth].filter((v) => v !== null));
  const slack = tolerance?.most ?? 0;
  // Nothing measured: an empty plot.
  const low = all.length ? Math.min(...all) - slack : 0;
  const high = all.length ? Math.max(...all) + slack : 1;
  const pad = (high - low || 1) * 0.06;
  const [bottom, top] = [low - pad, high + pad];
  const from = points[0]!.value;
  const to = points.at(-1)!.value;
  const x = (v: number): number =>
    size.left + ((v - from) / (to - from || 1)) * (size.width - size.left - size.right);
  const y = (v: number): number =>
    size.height - size.bottom - ((v - bottom) / (top - bottom)) * (size.height - size.top - size.bottom);
  const at = (v: number, w: number): string => `${x(v).toFixed(1)},${y(w).toFixed(1)}`;
  const known = points.filter(({ truth }) => truth !== null);
  const inside = known.filter(({ value }) => tolerance && value >= tolerance.from && value <= tolerance.to);
  const measured = points.filter((point) => point.measured !== null);
  const band = [
    ...inside.map(({ value, truth }) => at(value, truth! + slack)),
    ...inside.toReversed().map(({ value, truth }) => at(value, truth! - slack))
  ].join(' ');
  const dot = ({ value, measured: m, truth }: (typeof points)[number]): string => {
    const off = tolerance && truth !== null && value >= tolerance.from && value <= tolerance.to;
    const red = off && Math.abs(m! - truth) > slack;
    return `<circle cx="${x(value).toFixed(1)}" cy="${y(m!).toFixed(1)}" r="4" fill="${red ? '#c0262d' : '#1d5fa8'}"/>`;
  };
  const { left, right, width, height } = size;
  const base = height - size.bottom;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" fill="#333">
<rect width="${width}" height="${height}" fill="#fff"/>
<text x="${left}" y="20" font-size="14" font-weight="bold">${curve.name}${curve.unit && ` (${curve.unit})`}</text>
${ticks(bottom, top)
  .map(
    (v) =>
      `<path d="M${left} ${y(v).toFixed(1)}H${width - right}" stroke="#e4e4e4"/><text x="${left - 6}" y="${(y(v) + 4).toFixed(1)}" text-anchor="end">${v}</text>`
  )
  .join('\n')}
${points.map(({ value }) => `<path d="M${x(value).toFixed(1)} ${base}v5" stroke="#999"/><text x="${x(value).toFixed(1)}" y="${base + 18}" text-anchor="middle">${value}</text>`).join('\n')}
<text x="${(left + width - right) / 2}" y="${height - 6}" text-anchor="middle">${parameter}</text>
<polygon points="${band}" fill="#cfe3cf"/>
<polyline points="${known.map(({ value, truth }) => at(value, truth!)).join(' ')}" fill="none" stroke="#4c8c4a" stroke-dasharray="5 4"/>
<polyline points="${measured.map(({ value, measured: m }) => at(value, m!)).join(' ')}" fill="none" stroke="#1d5fa8" stroke-width="2"/>
${measured.map(dot).join('\n')}
</svg>
`;
}
