import { intoCrop } from '../image/point';
import type { Crop, Finding, Verdict } from '../protocol';
import { headMeasures, type HeadMeasure } from '../standard/head-measures';

/** One thing to draw on a picture as evidence of a verdict. */
export interface Mark {
  rule: string;
  kind: 'line' | 'region';
  verdict: Verdict;
  /** x and y by turns, in the picture's pixels. */
  points: readonly number[];
}

/** Everything that findings have to show, in order of the findings. */
export function marksOf(findings: readonly Finding[]): Mark[] {
  return findings.flatMap(({ id, verdict, lines = [], regions = [] }) => [
    ...lines.map((points): Mark => ({ rule: id, kind: 'line', verdict, points })),
    ...regions.map((points): Mark => ({ rule: id, kind: 'region', verdict, points }))
  ]);
}

/** The standard's windows that findings on a finished photo were held against. */
export function windowsOf(findings: readonly Finding[]): { of: HeadMeasure; min?: number; max?: number }[] {
  return (Object.keys(headMeasures) as HeadMeasure[]).flatMap((of) => {
    const bound = findings.find(({ id }) => id === headMeasures[of].id)?.bound;
    return bound ? [{ of, ...bound }] : [];
  });
}

/** Findings on the source with their evidence in the pixels of the photo that was cropped from it. */
export function ontoPhoto(
  findings: readonly Finding[],
  crop: Crop,
  photo: { width: number; height: number }
): Finding[] {
  return moved(findings, (x, y) => {
    const at = intoCrop({ x, y }, crop, photo);
    return [at.x, at.y];
  });
}

/** Findings with their evidence in a picture `scale` times as large. */
export function scaledFindings(findings: readonly Finding[], scale: number): Finding[] {
  return moved(findings, (x, y) => [x * scale, y * scale]);
}

function moved(findings: readonly Finding[], to: (x: number, y: number) => [number, number]): Finding[] {
  const outline = (points: readonly number[]) =>
    points.flatMap((x, i) => (i % 2 ? [] : to(x, points[i + 1]!))).map((v) => Math.round(v * 10) / 10);
  return findings.map(({ lines, regions, ...finding }) => ({
    ...finding,
    ...(lines && { lines: lines.map(outline) }),
    ...(regions && { regions: regions.map(outline) })
  }));
}
