import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { send, type Answer, type Parcel } from './send';

/** What clients met. */
export interface Met {
  /** Requests in all; how many had their connection cut; how many repeated what was acknowledged already. */
  requests: number;
  cut: number;
  repeated: number;
  /** Requests that sent a part, or asked how much is there. */
  parts: number;
  /** Sent twice at once. */
  twice: number;
  /** Acknowledged again under another id, and not taken in twice. */
  otherIds: number;
  /** Refused as beyond what a student may send in a day. */
  overTheDay: number;
  /** Answers that a well-behaved client must not get. */
  refused: number;
}

export interface Clients {
  met: Met;
  /** Id and SHA-256 of each photo that was acknowledged, of well-behaved students by themselves. */
  acknowledged: Map<string, string>;
  others: Map<string, string>;
  /** Sends one student's photo until it is acknowledged, and sometimes again, or under a second id. */
  student(number: number): Promise<void>;
  /** Sends so many photos of one student from one device at once. */
  flood(number: number, photos: number): Promise<void>;
}

const chance = (share: number) => Math.random() < share;
const someCut = () => (chance(0.2) ? Math.random() * 2 : null);
const isTaken = (answer: Answer) => answer !== null && (answer.status === 200 || answer.status === 201);
const isBeyond = (answer: Answer) => answer?.body.code === 'submission.tooMany';
/** A part of a photo is 16 KB where the app sends it. */
const maxPart = 16_384;

/** @param photoOf a photo like no other, by its number */
export function clients(url: string, photoOf: (number: number) => Uint8Array): Clients {
  const met: Met = {
    requests: 0,
    cut: 0,
    repeated: 0,
    parts: 0,
    twice: 0,
    otherIds: 0,
    overTheDay: 0,
    refused: 0
  };
  const acknowledged = new Map<string, string>();
  const others = new Map<string, string>();

  async function once(
    parcel: Parcel,
    cut: number | null,
    part?: { from: number; length: number }
  ): Promise<Answer> {
    met.requests++;
    if (cut !== null) met.cut++;
    if (part) met.parts++;
    return send(url, parcel, cut, part && { part });
  }

  /** On from what is there, part by part, until one breaks. */
  async function inParts(parcel: Parcel): Promise<Answer> {
    let answer = await once(parcel, null, { from: 0, length: 0 });
    while (answer?.status === 202)
      answer = await once(parcel, someCut(), {
        from: Number(answer.body.received),
        length: 1 + Math.floor(Math.random() * maxPart)
      });
    return answer;
  }

  /**
   * Until it is acknowledged; what a client may be told on the way is only to come back.
   *
   * @returns false where the student has used up what a day allows
   */
  async function deliver(parcel: Parcel, mayBeBeyond = false): Promise<boolean> {
    for (;;) {
      const sent = chance(0.1) ? inParts(parcel) : once(parcel, someCut());
      const double = chance(0.1) ? once(parcel, null) : null;
      if (double) met.twice++;
      const answers = [await sent, await double];
      if (answers.some(isTaken)) return true;
      if (mayBeBeyond && answers.some(isBeyond)) return false;
      for (const answer of answers) {
        if (!answer || answer.status >= 500) continue;
        met.refused++;
        console.error(`refused: ${answer.status} ${JSON.stringify(answer.body)}`);
      }
      await wait(20 + Math.random() * 200);
    }
  }

  const hashOf = (parcel: Parcel) => createHash('sha256').update(parcel.photo).digest('hex');
  const parcelOf = (student: number, photo: number, details?: object): Parcel => ({
    id: randomUUID(),
    key: randomBytes(32).toString('base64url'),
    photo: photoOf(photo),
    studentNumber: String(2_022_000_000 + student),
    ...(details && { details })
  });

  return {
    met,
    acknowledged,
    others,
    async student(number) {
      const parcel = parcelOf(number, number);
      await deliver(parcel);
      acknowledged.set(parcel.id, hashOf(parcel));
      if (chance(0.1)) {
        met.repeated++;
        await deliver(parcel);
      }
      if (chance(0.05)) {
        const other = { ...parcel, id: randomUUID() };
        await deliver(other);
        met.otherIds++;
        others.set(other.id, hashOf(other));
      }
    },
    async flood(number, photos) {
      const device = randomUUID();
      const from = Date.now();
      const sendOne = async (_: unknown, index: number) => {
        const quota = { finishedAt: [from - index * 1000] };
        const parcel = parcelOf(number, number + index, { device, quota });
        if (await deliver(parcel, true)) others.set(parcel.id, hashOf(parcel));
        else met.overTheDay++;
      };
      await Promise.all(Array.from({ length: photos }, sendOne));
    }
  };
}
