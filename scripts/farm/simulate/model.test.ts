import { describe, expect, it } from 'vitest';
import { simulate, type FarmModel } from './model';

const calm: FarmModel = {
  workers: 1,
  photos: 100_000,
  serviceSeconds: [1],
  queuePerSecond: 1_000,
  deathsPerHour: 0,
  leaseSeconds: 30,
  startSeconds: 10,
  failures: 0
};

describe('the farm on paper', () => {
  it('takes a worker the time of its photos and of the queue', () => {
    const { hours, queueBusy, idle, coreHours } = simulate(calm);
    expect(hours * 3600).toBeCloseTo(100_000 * 1.001, 3);
    expect(queueBusy).toBeCloseTo(0.001 / 1.001, 6);
    expect(idle).toBeCloseTo(0.001 / 1.001, 6);
    expect(coreHours).toBeCloseTo(hours, 9);
  });

  it('grows with the workers until the queue is busy all the time', () => {
    expect(simulate({ ...calm, workers: 10 }).photosPerSecond).toBeCloseTo(10 / 1.001, 1);
    const full = simulate({ ...calm, workers: 5_000, photos: 1_000_000 });
    expect(full.photosPerSecond).toBeGreaterThan(990);
    expect(full.photosPerSecond).toBeLessThanOrEqual(1_000);
    expect(full.queueBusy).toBeGreaterThan(0.99);
  });

  it('is in proportion to the photos', () => {
    const small = simulate({ ...calm, workers: 7, photos: 1_000_000 });
    expect(simulate({ ...calm, workers: 7, photos: 12_000_000 }).hours / small.hours).toBeCloseTo(12, 1);
  });

  it('loses what failures and deaths cost', () => {
    const { hours } = simulate(calm);
    expect(simulate({ ...calm, failures: 0.1 }).hours / hours).toBeCloseTo(1 / 0.9, 1);
    // 60 deaths an hour, each some half a photo and ten seconds.
    const dying = simulate({ ...calm, deathsPerHour: 60 });
    expect(dying.hours / hours).toBeGreaterThan(1.15);
    expect(dying.hours / hours).toBeLessThan(1.2);
  });

  it('takes photos as they were measured, in turns', () => {
    expect(simulate({ ...calm, serviceSeconds: [0.5, 1.5] }).hours).toBeCloseTo(simulate(calm).hours, 3);
  });
});
