import { describe, expect, it } from 'vitest';
import type { Finding, Report, Verdict } from '$workers/protocol';
import { mergedFindings, overallVerdict, uncheckedFindings } from './findings';

const finding = (id: string, verdict: Verdict, value = 1): Finding => ({
  id,
  verdict,
  value,
  quality: 50,
  unit: '',
  message: null
});
const report = (...findings: Finding[]): Report => ({
  standard: 'chsi-99',
  kind: 'still',
  verdict: 'pass',
  findings,
  reasons: []
});

describe('mergedFindings', () => {
  it('puts what failed first, then what warned, and keeps the order within', () => {
    const merged = mergedFindings(
      report(finding('a', 'pass'), finding('b', 'warn'), finding('c', 'fail')),
      report(finding('d', 'fail'), finding('e', 'pass'))
    );
    expect(merged.map(({ id }) => id)).toEqual(['c', 'd', 'b', 'a', 'e']);
  });

  it('shows the worse of two answers to one rule, whichever picture gave it', () => {
    const worse = finding('sharpness', 'fail', 3);
    const better = finding('sharpness', 'pass', 30);
    expect(mergedFindings(report(worse), report(better))).toEqual([worse]);
    expect(mergedFindings(report(better), report(worse))).toEqual([worse]);
  });

  it('leaves out what could not be measured, and takes the answer of the picture that could', () => {
    const known = finding('sharpness', 'pass');
    expect(mergedFindings(report(finding('sharpness', 'na'), finding('x', 'na')), report(known))).toEqual([
      known
    ]);
    expect(mergedFindings(report(known), null)).toEqual([known]);
  });
});

describe('uncheckedFindings', () => {
  it('tells once what neither picture could be measured by, with what was missing', () => {
    const unasked: Finding = { ...finding('ears.visible', 'na'), value: null, missing: 'labels' };
    const source = report(unasked, finding('sharpness', 'na'), finding('gaze', 'na'), finding('a', 'warn'));
    expect(uncheckedFindings(source, report(finding('sharpness', 'pass'), finding('gaze', 'na')))).toEqual([
      unasked,
      finding('gaze', 'na')
    ]);
    expect(uncheckedFindings(report(finding('a', 'pass')), null)).toEqual([]);
  });
});

describe('overallVerdict', () => {
  it('is the worst of all', () => {
    expect(overallVerdict([finding('a', 'pass')])).toBe('pass');
    expect(overallVerdict([finding('a', 'pass'), finding('b', 'warn')])).toBe('warn');
    expect(overallVerdict([finding('a', 'warn'), finding('b', 'fail')])).toBe('fail');
  });

  it('passes nothing that nobody could measure', () => {
    expect(overallVerdict([])).toBe('fail');
    expect(overallVerdict([finding('a', 'na')])).toBe('fail');
  });
});
