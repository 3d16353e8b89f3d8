import { networksOf } from './address';
import { Refusal } from './problem';

/** What bodies on their way may take. */
export interface IntakeLimits {
  /** In hand at once, of everybody and of one network, bytes. */
  bytes: number;
  bytesOfOne: number;
  /** Bodies of one network that take longer than `swiftMs`. Swift ones are not counted: nobody is refused one. */
  slowOfOne: number;
  swiftMs: number;
  /** A sender who sends nothing for so long is cut off, ms. */
  quietMs: number;
  /** After that time no sender may be slower, bytes a second on average. */
  pace: number;
  /** In any case, ms: 1 MB at 140 kbit/s. */
  deadlineMs: number;
}

const MB = 1024 * 1024;
const intakeLimits: IntakeLimits = {
  bytes: 256 * MB,
  bytesOfOne: 64 * MB,
  slowOfOne: 8,
  swiftMs: 2_000,
  quietMs: 10_000,
  pace: 512,
  deadlineMs: 60_000
};

/** How often a body on its way is looked at, ms. */
const lookMs = 500;

/** One body on its way. */
interface Hand {
  network: string;
  began: number;
  /** When a part last came. */
  heard: number;
  bytes: number;
  slow: boolean;
  end(refusal: Refusal): void;
}

export interface Intake {
  /**
   * Collects a body of at most `maxBytes`, whatever length was announced.
   *
   * @throws Refusal `request.tooLarge`, `request.slow` (cut off, so that others can send), `request.malformed`
   */
  collect(
    body: ReadableStream<Uint8Array>,
    address: string,
    maxBytes: number
  ): Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Bodies that are being read. What counts is the memory they hold and the time they take, of each network by itself:
 * where too much is in hand, the slowest of whoever holds most is cut off, never whoever comes.
 */
export function intake(
  limits: IntakeLimits = intakeLimits,
  now: () => number = performance.now.bind(performance)
): Intake {
  const hands = new Map<string, Set<Hand>>();
  const held = new Map<string, number>();
  let all = 0;

  const paceOf = (hand: Hand) => hand.bytes / Math.max(1, now() - hand.began);
  const slowest = (of: Iterable<Hand>) => [...of].sort((a, b) => paceOf(a) - paceOf(b))[0];
  function cut(network: string, slow: boolean): void {
    const own = [...(hands.get(network) ?? [])];
    slowest(slow ? own.filter((hand) => hand.slow) : own.filter(({ bytes }) => bytes > 0))?.end(
      new Refusal('request.slow')
    );
  }
  function add(hand: Hand, bytes: number): void {
    hand.bytes += bytes;
    hand.heard = now();
    all += bytes;
    held.set(hand.network, (held.get(hand.network) ?? 0) + bytes);
    if (held.get(hand.network)! > limits.bytesOfOne) cut(hand.network, false);
    if (all > limits.bytes) cut([...held].sort(([, a], [, b]) => b - a)[0]![0], false);
  }
  function remove(hand: Hand): void {
    all -= hand.bytes;
    const left = held.get(hand.network)! - hand.bytes;
    if (left) held.set(hand.network, left);
    else held.delete(hand.network);
    const own = hands.get(hand.network)!;
    own.delete(hand);
    if (!own.size) hands.delete(hand.network);
  }
  /** Told of twice a second while it is on its way. */
  function look(hand: Hand): void {
    const took = now() - hand.began;
    const late = took > limits.deadlineMs || now() - hand.heard > limits.quietMs;
    if (late || (took > limits.quietMs && hand.bytes < (limits.pace * took) / 1000))
      return hand.end(new Refusal('request.slow'));
    hand.slow = took > limits.swiftMs;
    const slow = [...hands.get(hand.network)!].filter((one) => one.slow);
    if (slow.length > limits.slowOfOne) cut(hand.network, true);
  }

  return {
    async collect(body, address, maxBytes) {
      const network = networksOf(address)[0]!;
      const reader = body.getReader();
      let ended: Refusal | undefined;
      const hand: Hand = {
        network,
        began: now(),
        heard: now(),
        bytes: 0,
        slow: false,
        end(refusal) {
          ended ??= refusal;
          // The sender is gone already.
          void reader.cancel().catch(() => undefined);
        }
      };
      const own = hands.get(network) ?? new Set();
      hands.set(network, own.add(hand));
      held.set(network, held.get(network) ?? 0);
      const looking = setInterval(() => look(hand), Math.min(lookMs, limits.swiftMs));
      const chunks: Uint8Array[] = [];
      try {
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
          add(hand, part.value.length);
          if (hand.bytes > maxBytes) throw new Refusal('request.tooLarge');
          chunks.push(part.value);
        }
        if (ended) throw ended;
        return new Uint8Array(Buffer.concat(chunks));
      } catch (error) {
        if (error instanceof Refusal) throw error;
        if (ended) throw ended;
        // The server's own limit, should it be the lower one.
        const large = (error as { status?: number }).status === 413;
        throw new Refusal(large ? 'request.tooLarge' : 'request.malformed');
      } finally {
        clearInterval(looking);
        remove(hand);
      }
    }
  };
}
