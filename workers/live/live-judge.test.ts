import { beforeAll, expect, it } from 'vitest';
import type { Plane } from '../image/image';
import { resolveStandard } from '../standard/resolve';
import { TruthEngines } from '../studio/engines';
import { nodeEngines } from '../studio/node-studio';
import { renderSitter } from '../studio/sitter';
import { judgeSource } from '../finish/stages/judge-source';
import { locate } from '../finish/stages/locate';
import { LiveJudge } from './live-judge';

const standard = resolveStandard();
let truth: TruthEngines;
let mask: Plane;

beforeAll(async () => {
  const { kernels } = await nodeEngines();
  // Hair twice as high as usual: no crown that a face alone would tell.
  truth = new TruthEngines(renderSitter({ width: 480, height: 640, supersample: 1 }), kernels);
  const drawn = truth.segmentPerson(truth.picture);
  mask = { ...drawn, data: drawn.data.slice() };
  const top = mask.data.findIndex((share) => share >= 0.5);
  const rise = Math.floor(top / mask.width) >> 1;
  for (let y = rise; y < mask.height >> 1; y++)
    for (let x = mask.width * 0.4; x < mask.width * 0.6; x++) mask.data[y * mask.width + Math.round(x)] = 1;
});

it('has the crown where the still has it, also on frames without a person mask', () => {
  let masks = 0;
  const segmentPerson = () => (masks++, mask);
  const { kernels, picture } = truth;
  const engines = { findFaces: truth.findFaces, segmentPerson, kernels };
  const still = locate(picture, standard, engines);
  const usual = locate(picture, standard, { ...engines, segmentPerson: () => null });
  expect(usual.geometry!.crownY - still.geometry!.crownY).toBeGreaterThan(10);
  masks = 0;
  const live = new LiveJudge(segmentPerson, kernels);
  const frames = 5;
  for (let i = 0; i < frames; i++) {
    const { geometry } = live.look(picture, truth.findFaces, standard)!;
    expect(geometry!.crownY).toBeCloseTo(still.geometry!.crownY, 6);
  }
  expect(masks).toBeGreaterThan(0);
  expect(masks).toBeLessThan(frames);
});

it('forgets the crown of who went away', () => {
  const { kernels, picture } = truth;
  let asked = 0;
  const live = new LiveJudge(() => (asked++, mask), kernels);
  live.look(picture, truth.findFaces, standard);
  live.look(picture, () => [], standard);
  live.look(picture, truth.findFaces, standard);
  expect(asked).toBe(2);
});

it('objects live to what the still objects to, where both are asked', () => {
  const { kernels, picture } = truth;
  const live = new LiveJudge(truth.segmentPerson, kernels).look(picture, truth.findFaces, standard)!;
  const engines = { findFaces: truth.findFaces, segmentPerson: truth.segmentPerson, kernels };
  const located = locate(picture, standard, engines);
  const { report } = judgeSource(picture, located, { kind: 'still', standard }, engines);
  const verdictOf = (id: string) => live.report.findings.find((finding) => finding.id === id)?.verdict;
  for (const { id, verdict } of report.findings) {
    // What can fail at the still has been asked before.
    if (verdict === 'fail') expect(verdictOf(id), id).toBe('fail');
    else if (verdictOf(id)) expect(verdictOf(id), id).toBe(verdict);
  }
});
