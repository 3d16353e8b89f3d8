import { describe, expect, it } from 'vitest';
import { measuredSitter } from '../../studio/measured';
import { judge } from '../../verdict/judge';
import { resolveStandard } from '../../standard/resolve';
import type { MeasureInput } from '../measure';

const wall = { colour: [100, 197, 255] } as const;
const plain = measuredSitter({ width: 720, height: 960, supersample: 1, wall });
const reasons = (kind: 'still' | 'upload', file: Partial<NonNullable<MeasureInput['file']>> = {}) =>
  judge(
    {
      ...plain,
      framing: { reason: null },
      file: { type: 'jpeg', bytes: 200_000, width: 720, height: 960, ...file }
    },
    { kind, stage: 'source', standard: resolveStandard() }
  ).reasons;

describe('rules of an uploaded file', () => {
  it('passes a JPEG inside every window', () => expect(reasons('upload')).toEqual([]));

  it.each([
    [{ type: 'png' }, ['file.notJpeg']],
    [{ width: 300, height: 400 }, ['file.fewPixels']],
    [{ width: 3000, height: 4000 }, ['file.manyPixels']],
    [{ bytes: 40_000 }, ['file.fewBytes']],
    [{ bytes: 3_000_000 }, ['file.manyBytes']],
    [{ width: 1000, height: 1000 }, ['file.proportion']]
  ] as const)('objects to %o', (file, expected) => expect(reasons('upload', file)).toEqual(expected));

  it('asks nothing of what our own camera took', () => {
    expect(reasons('still', { type: 'png', bytes: 9_000_000 })).toEqual([]);
  });
});
