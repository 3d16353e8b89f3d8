import { ontoPhoto } from '$workers/verdict/evidence';
import type { Crop, Finding, Report, Verdict } from '$workers/protocol';

const order: readonly Verdict[] = ['fail', 'warn', 'pass'];

/**
 * One list of findings from the picture that went in and the file that came out, failed first, then warned, then
 * passed. A rule measured on both shows the worse of the two; rules that could not be measured are left out. Evidence is
 * in the file's pixels where its crop is given, else in those of the picture that went in.
 *
 * @param photo how the file was made of the picture
 */
export function mergedFindings(
  source: Report,
  finished: Report | null,
  photo: { crop: Crop; width: number; height: number } | null = null
): Finding[] {
  const byId = new Map<string, Finding>();
  const before = photo ? ontoPhoto(source.findings, photo.crop, photo) : source.findings;
  for (const finding of [...before, ...(finished?.findings ?? [])]) {
    const other = byId.get(finding.id);
    if (finding.verdict === 'na') continue;
    if (!other || order.indexOf(finding.verdict) < order.indexOf(other.verdict))
      byId.set(finding.id, finding);
  }
  const all = [...byId.values()];
  return order.flatMap((verdict) => all.filter((finding) => finding.verdict === verdict));
}

/** Rules of both reports that neither could measure, or that were not asked: each once. */
export function uncheckedFindings(source: Report, finished: Report | null): Finding[] {
  const all = [...source.findings, ...(finished?.findings ?? [])];
  const checked = new Set(all.filter(({ verdict }) => verdict !== 'na').map(({ id }) => id));
  const unchecked = all.filter(({ id }) => !checked.has(id));
  return [...new Map(unchecked.map((finding) => [finding.id, finding])).values()];
}

/** The worst verdict of a list of findings; nothing measurable is a failure. */
export function overallVerdict(findings: readonly Finding[]): 'pass' | 'warn' | 'fail' {
  const measured = findings.map(({ verdict }) => verdict).filter((verdict) => verdict !== 'na');
  if (measured.length === 0 || measured.includes('fail')) return 'fail';
  return measured.includes('warn') ? 'warn' : 'pass';
}
