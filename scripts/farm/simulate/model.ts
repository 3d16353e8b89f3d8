/** A farm on paper: so many workers at one queue, with what was measured of both. */
export interface FarmModel {
  /** Jobs at once, each a core. */
  workers: number;
  photos: number;
  /** Seconds that a photo takes a worker; picked in turns. */
  serviceSeconds: readonly number[];
  /** Pictures that the database claims and settles in a second, at most. */
  queuePerSecond: number;
  /** Deaths of a worker an hour; each loses what is in hand, which waits for its lease, and the time of a start. */
  deathsPerHour: number;
  leaseSeconds: number;
  startSeconds: number;
  /** Share of tries that fail and are made again. */
  failures: number;
}

export interface FarmForecast {
  hours: number;
  photosPerSecond: number;
  /** Share of its time that the queue is busy, 0…1. */
  queueBusy: number;
  /** Share of the workers' time that makes no photo: waiting for the queue, lost, or starting again. */
  idle: number;
  coreHours: number;
  /** Seconds of the claim and settlement that a photo waits for its turn at the queue, on average. */
  queueWait: number;
}

/** Enough for a steady state; the rest is in proportion. */
const simulated = 200_000;

/** Plays it through, event by event: workers take turns at the queue, work, die and start again. */
export function simulate(model: FarmModel, random: () => number = seeded(1)): FarmForecast {
  const photos = Math.min(model.photos, Math.max(simulated, 200 * model.workers));
  const turn = 1 / model.queuePerSecond;
  const deathsPerSecond = model.deathsPerHour / 3600;
  // When each worker is free, as a heap by time.
  const free = new Heap(model.workers);
  let queueFree = 0;
  let queueBusy = 0;
  let waited = 0;
  let worked = 0;
  let done = 0;
  let last = 0;
  for (let picked = 0; done < photos; picked++) {
    const now = free.first;
    const begin = Math.max(now, queueFree);
    queueFree = begin + turn;
    queueBusy += turn;
    waited += begin - now;
    const service = model.serviceSeconds[picked % model.serviceSeconds.length]!;
    const dies = deathsPerSecond > 0 && random() < 1 - Math.exp(-deathsPerSecond * service);
    if (dies) {
      free.replaceFirst(queueFree + random() * service + model.startSeconds);
      continue;
    }
    const end = queueFree + service;
    free.replaceFirst(end);
    if (random() < model.failures) continue;
    worked += service;
    done++;
    last = Math.max(last, end);
  }
  // What died last waits for its lease, once: others work meanwhile.
  const seconds = last * (model.photos / photos) + (deathsPerSecond > 0 ? model.leaseSeconds : 0);
  const hours = seconds / 3600;
  return {
    hours,
    photosPerSecond: model.photos / seconds,
    queueBusy: Math.min(1, queueBusy / last),
    idle: 1 - worked / (last * model.workers),
    coreHours: hours * model.workers,
    queueWait: waited / done
  };
}

/** Times of workers, the earliest first. */
class Heap {
  readonly #times: Float64Array;

  constructor(size: number) {
    this.#times = new Float64Array(size);
  }

  get first(): number {
    return this.#times[0]!;
  }

  replaceFirst(time: number): void {
    const times = this.#times;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= times.length) break;
      if (child + 1 < times.length && times[child + 1]! < times[child]!) child++;
      if (times[child]! >= time) break;
      times[at] = times[child]!;
      at = child;
    }
    times[at] = time;
  }
}

/** Park and Miller's generator: the same run each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
