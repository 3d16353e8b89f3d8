import type { WorkerLog } from '../log';
import type { FinishAnswer, FinishStage } from '../protocol';

type Timed = FinishAnswer['ms'];
type StageLog = Pick<WorkerLog, 'begin' | 'took'>;

/** Milliseconds per stage; looking at the finished file again counts as measuring. */
export class Clock {
  readonly ms: Timed = { decode: 0, landmarks: 0, measure: 0, matte: 0, finish: 0, encode: 0, total: 0 };
  readonly #began = performance.now();
  readonly #log: StageLog | undefined;
  readonly #onStage: ((stage: FinishStage) => void) | undefined;

  constructor({ log, onStage }: { log?: StageLog; onStage?: (stage: FinishStage) => void } = {}) {
    this.#log = log;
    this.#onStage = onStage;
  }

  /** Runs one stage under its name. Where it throws, it stays the log's present stage. */
  async time<T>(stage: FinishStage, work: () => T | Promise<T>): Promise<T> {
    this.#log?.begin(stage);
    this.#onStage?.(stage);
    const began = performance.now();
    const result = await work();
    const ended = performance.now();
    this.#log?.took(stage, ended - began);
    this.ms[stage === 'verify' ? 'measure' : stage] += ended - began;
    this.ms.total = ended - this.#began;
    return result;
  }
}
