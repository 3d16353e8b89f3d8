import type { FinishAnswer, FinishStage } from '../protocol';

type Timed = FinishAnswer['ms'];

/** Milliseconds per stage; looking at the finished file again counts as measuring. */
export class Clock {
  readonly ms: Timed = { decode: 0, landmarks: 0, measure: 0, matte: 0, finish: 0, encode: 0, total: 0 };
  /** The stage at work, or the last one. */
  stage: FinishStage = 'decode';
  readonly #began = performance.now();

  constructor(private readonly onStage: (stage: FinishStage) => void = () => undefined) {}

  /** Runs one stage under its name. */
  async time<T>(stage: FinishStage, work: () => T | Promise<T>): Promise<T> {
    this.stage = stage;
    this.onStage(stage);
    const began = performance.now();
    try {
      return await work();
    } finally {
      const ended = performance.now();
      this.ms[stage === 'verify' ? 'measure' : stage] += ended - began;
      this.ms.total = ended - this.#began;
    }
  }
}
