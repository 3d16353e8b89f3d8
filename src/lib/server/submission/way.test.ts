import { describe, expect, it } from 'vitest';
import { takingWays, type TakingWay } from '$lib/api/contracts/campaign';
import { wayOf } from './way';

const told = (
  way: TakingWay | undefined,
  kind: 'still' | 'upload' = way === 'file' ? 'upload' : 'still'
) => ({
  details: way ? { way } : {},
  kind,
  sealed: false
});
const only = (...ways: TakingWay[]) => ({ ways, phoneMinutes: 10 });
const changed = { changedAt: 1_000 };
const outcome = (...given: Parameters<typeof wayOf>) => {
  try {
    return wayOf(...given) ?? 'unknown';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the way a photo was taken', () => {
  const own = takingWays.filter((way) => way !== 'kiosk');
  it.each(own)('%s is taken where it is on, and refused where it is off', (way) => {
    expect(outcome(told(way), only(way), changed)).toBe(way);
    const others = takingWays.filter((one) => one !== way);
    expect(outcome(told(way), only(...others), changed)).toBe('way.off');
  });

  it('of a page that does not tell: a file by its report, a still where any is taken', () => {
    expect(outcome(told(undefined, 'upload'), only('file'), changed)).toBe('file');
    expect(outcome(told(undefined, 'upload'), only('guided'), changed)).toBe('way.off');
    expect(outcome(told(undefined), only('helper'), changed)).toBe('unknown');
    expect(outcome(told(undefined), only('file', 'kiosk'), changed)).toBe('way.off');
  });

  it('agrees with the report', () => {
    expect(outcome(told('file', 'still'), only('file'), changed)).toBe('report.invalid');
    expect(outcome(told('guided', 'upload'), only('guided', 'file'), changed)).toBe('report.invalid');
  });

  it('a picture of the device’s own camera was taken within the campaign’s minutes', () => {
    const phone = (minutes?: number) => ({
      details: {
        way: 'phone' as const,
        taken: { by: 'exif' as const, ...(minutes !== undefined && { minutes }) }
      },
      kind: 'still' as const,
      sealed: false
    });
    expect(outcome(phone(10), only('phone'), changed)).toBe('phone');
    expect(outcome(phone(11), only('phone'), changed)).toBe('way.late');
    // Nothing is known of it: the reviewer is told.
    expect(outcome(phone(), only('phone'), changed)).toBe('phone');
  });

  it('is a kiosk’s where a kiosk sealed it, and nobody else’s', () => {
    const sealed = { ...told(undefined), sealed: true };
    expect(outcome(sealed, only('kiosk'), changed)).toBe('kiosk');
    expect(outcome({ ...told('kiosk'), sealed: false }, only(...takingWays), changed)).toBe('way.off');
    expect(outcome(sealed, only('guided'), changed)).toBe('way.off');
    expect(outcome(sealed, only('guided'), { ...changed, sealedAt: 999 })).toBe('kiosk');
    expect(outcome(sealed, only('guided'), { ...changed, sealedAt: 1_001 })).toBe('way.off');
  });
});
