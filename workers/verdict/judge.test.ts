import { describe, expect, it } from 'vitest';
import { measuredSitter } from '../studio/measured';
import type { MeasureInput } from '../measures/measure';
import type { Finding } from '../protocol';
import { resolveStandard } from '../standard/resolve';
import { judge, report } from './judge';

const standard = resolveStandard();
const source = (input: MeasureInput) =>
  judge({ ...input, framing: { reason: null } }, { kind: 'still', stage: 'source', standard });

describe('judge', () => {
  it('passes the plain sitter', () => {
    const { verdict, reasons } = source(measuredSitter({ width: 720, height: 960 }));
    expect([verdict, reasons]).toEqual(['pass', []]);
  });

  it('names what blocks most first', () => {
    const input = measuredSitter({ yaw: 25, mouthOpen: 0.7, light: { level: 0.05 } });
    const { verdict, reasons, findings } = source(input);
    expect(verdict).toBe('fail');
    expect(reasons[0]).toBe('light.tooDark');
    expect(reasons.indexOf('pose.yaw.right')).toBeLessThan(reasons.indexOf('mouth.open'));
    const verdicts = findings.map((finding) => finding.verdict);
    const rank = { fail: 0, warn: 1, pass: 2, na: 3 };
    expect(verdicts.map((one) => rank[one])).toEqual(verdicts.map((one) => rank[one]).sort());
  });

  it('says there is no face, and nothing more about it', () => {
    const { reasons, findings } = source({ ...measuredSitter(), faces: [], geometry: null });
    expect(reasons).toContain('face.none');
    expect(findings.find(({ id }) => id === 'mouth.closed')).toMatchObject({ value: null, verdict: 'na' });
  });

  it('tells a rule that was not asked for want of labels from one with nothing to see', () => {
    const { labels, ...unlabelled } = measuredSitter();
    expect(labels).toBeDefined();
    const of = (input: MeasureInput, wanted: string) =>
      source(input).findings.find(({ id }) => id === wanted)!;
    expect(of(unlabelled, 'ears.visible')).toMatchObject({ verdict: 'na', missing: 'labels' });
    expect(of(measuredSitter(), 'ears.visible')).not.toHaveProperty('missing');
    expect(of(measuredSitter(), 'glasses.glare').verdict).toBe('na');
    expect(of(measuredSitter(), 'glasses.glare')).not.toHaveProperty('missing');
  });

  it('holds the finished file against the standard’s windows', () => {
    const geometry = {
      crownY: 20,
      eyeY: 310,
      chinY: 520,
      faceLeft: 80,
      faceRight: 400,
      centreX: 240,
      eyeDistance: 140
    };
    const input = { ...measuredSitter({ width: 480, height: 640 }), geometry };
    const { findings } = judge(input, { kind: 'still', stage: 'finished', standard });
    for (const id of ['crown.position', 'eyeLine.position', 'face.width'])
      expect(findings.find((finding) => finding.id === id)?.verdict, id).toBe('fail');
    expect(findings.find(({ id }) => id === 'crown.position')?.bound).toEqual({ min: 50, max: 110 });
  });

  it('answers the slow rules as a frame before did, each in its place', () => {
    const ask = (options: Parameters<typeof measuredSitter>[0], slow?: readonly Finding[]) =>
      judge(measuredSitter(options), { kind: 'live', stage: 'live', standard, ...(slow && { slow }) });
    const dark = ask({ light: { level: 0.05 } });
    const turned = ask({ yaw: 25 }, dark.findings);
    expect(turned.reasons.slice(0, 2)).toEqual([dark.reasons[0], expect.stringContaining('pose.yaw')]);
    const ids = ask({}, []).findings.map(({ id }) => id);
    expect(ids).toContain('pose.yaw');
    expect(ids).not.toContain('light.level');
  });
});

describe('report', () => {
  it('gives each reason once', () => {
    const finding = { unit: '', value: 1, quality: 1, verdict: 'warn', message: 'light.tooDark' } as const;
    const { reasons } = report('chsi-99', 'live', [
      { id: 'a', ...finding },
      { id: 'b', ...finding }
    ]);
    expect(reasons).toEqual(['light.tooDark']);
  });
});
