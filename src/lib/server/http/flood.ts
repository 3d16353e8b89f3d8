import { createHash } from 'node:crypto';
import { networksOf } from './address';
import { rateLimit } from './limit';
import { Refusal } from './problem';
import { turns } from './turns';

/** Requests a minute. */
export interface FloodLimits {
  /** Of one network that fail. */
  address: number;
  /** Of one key, session or device at one network. */
  own: number;
  /** Submissions of one device. */
  device: number;
}

/** A site's networks together may send so many times what one may, and a network in all so many times what may fail. */
const siteFactor = 10;
const allFactor = 10;
/** Of a network beyond its share, so many are served at a time, and so many more wait. */
const crowded = { atOnce: 2, waiting: 200 };

export interface Flood {
  /** Before anything is read: what one sender may send in a minute. @throws Refusal `request.tooMany` */
  own(address: string, bearer: string): void;
  /** The same for what leaves something behind for anybody who asks. @throws Refusal `request.tooMany` */
  anybody(address: string): void;
  /** Submissions of one device. @throws Refusal `request.tooMany` */
  device(address: string, device: string | undefined): void;
  /**
   * Waits until the request may be worked on; answers what ends it, with the status it was answered by. A network that
   * is beyond its share is not refused, for a campus is one, but served a few at a time.
   *
   * @throws Refusal `request.tooMany` when too many wait
   */
  turn(address: string): Promise<Turn>;
}

export interface Turn {
  /** Whether so much of this network failed that nothing is told of what is not there. */
  spent: boolean;
  end(status: number): void;
}

/** What says nothing bad of its sender: a fee that is due, a repeat, a limit. */
const innocent = [402, 409, 429];
const isFailure = (status: number) => status >= 400 && status < 500 && !innocent.includes(status);

const hashOf = (bearer: string) => createHash('sha256').update(bearer).digest('base64url').slice(0, 22);

/** Counts requests in this process's memory; each instance has its own counts. */
export function flood({ address: perAddress, own: perOwn, device: perDevice }: FloodLimits): Flood {
  const limits = {
    own: rateLimit(perOwn),
    device: rateLimit(perDevice),
    anybody: [rateLimit(perAddress), rateLimit(perAddress * siteFactor)],
    failed: [rateLimit(perAddress), rateLimit(perAddress * siteFactor)],
    all: [rateLimit(perAddress * allFactor), rateLimit(perAddress * allFactor * siteFactor)]
  };
  const lane = turns(crowded.atOnce, crowded.waiting);
  const each = (networks: readonly string[], of: 'anybody' | 'failed' | 'all', ask: 'take' | 'spent') =>
    networks.map((network, index) => limits[of][index]![ask](network));
  return {
    own(address, bearer) {
      if (!limits.own.take(`${networksOf(address)[0]!} ${hashOf(bearer)}`))
        throw new Refusal('request.tooMany');
    },
    anybody(address) {
      if (each(networksOf(address), 'anybody', 'take').includes(false)) throw new Refusal('request.tooMany');
    },
    device(address, device) {
      if (device !== undefined && !limits.device.take(`${networksOf(address)[0]!} ${device}`))
        throw new Refusal('request.tooMany');
    },
    async turn(address) {
      const networks = networksOf(address);
      const over = each(networks, 'all', 'take').includes(false);
      const spent = each(networks, 'failed', 'spent').includes(true);
      const leave = over || spent ? await lane(networks[0]!) : () => undefined;
      return {
        spent,
        end(status) {
          leave();
          if (isFailure(status)) each(networks, 'failed', 'take');
        }
      };
    }
  };
}
