import type { FinishOptions } from '$workers/protocol';
import { sha256 } from '../crypto';
import type { PhotoFiles } from '../files/files';
import { log } from '../log';
import {
  addEntry,
  addPicture,
  farmLock,
  findOptions,
  isFarmPhoto,
  keepOptions,
  noteDead,
  noteDone,
  reviveDead,
  stateOf,
  type FarmPicture
} from '../store/farm';
import type { SqlDatabase } from '../store/sql';
import type { Claim, FarmQueue } from './queue';
import { iso } from '../time';

/** What decides how a picture is finished. */
export type FarmOptions = Pick<FinishOptions, 'standard' | 'matte'>;

/** Source pictures and finished photos. */
export interface FarmFiles {
  pictures: PhotoFiles;
  photos: PhotoFiles;
}

/** How often a picture is taken in all before it is given up: its worker died, or failed at it. */
export const mostTries = 5;

/** Pictures that many machines finish, each once for each way to finish it. */
export interface Farm {
  /**
   * Takes in a picture under a name; one that was finished in this way before costs nothing more.
   *
   * @param at of all that is submitted at once, ISO 8601; `place` orders it
   */
  submit(given: Submitted, at: string): Promise<'new' | 'known'>;
  claim(): Promise<Claim | null>;
  optionsOf(claim: Claim): Promise<FarmOptions>;
  /** The source picture. @throws when it is not there */
  pictureOf(claim: Claim): Promise<Uint8Array>;
  /** Its one answer, and its one file: of two workers that held it, what the first says stands. */
  done(claim: Claim, answer: object, photo: Uint8Array | null): Promise<void>;
  /** Given up: it is not the picture of anybody who can be finished. */
  dead(claim: Claim, code: string): Promise<void>;
  /** Tried again later; given up after too many tries. Answers whether it was. */
  failed(claim: Claim, code: string): Promise<boolean>;
  /** Dead ones are tried again; answers how many. @param code only those of this cause */
  retry(code: string | null): Promise<number>;
}

export interface Submitted {
  campaign: string;
  name: string;
  content: Uint8Array;
  options: FarmOptions;
  place: number;
}

const now = () => iso();

/** The farm over its database, its queue and where its pictures lie. */
export function openFarm(db: SqlDatabase, queue: FarmQueue, files: FarmFiles): Farm {
  const known = new Map<string, FarmOptions>();
  const giveUp = (claim: Claim, code: string) =>
    db.transaction(async (sql) => {
      await noteDead(sql, claim.key, code, now());
      await queue.end(sql, claim);
    });
  return {
    async submit({ campaign, name, content, options, place }, at) {
      const way = JSON.stringify(options);
      const picture: FarmPicture = { key: '', picture: sha256(content), options: sha256(way) };
      picture.key = sha256(`${picture.picture} ${picture.options}`);
      if (!known.has(picture.options)) {
        await keepOptions(db, picture.options, way);
        known.set(picture.options, options);
      }
      // A source that was lost comes back with the picture.
      if ((await stateOf(db, picture.key)) !== 'done') await files.pictures.put(picture.picture, content);
      return db.transaction(async (sql) => {
        await sql.lock(farmLock);
        const isNew = await addPicture(sql, picture, at);
        if (isNew) await queue.add(sql, [picture]);
        await addEntry(sql, { campaign, name, key: picture.key, at, place });
        return isNew ? 'new' : 'known';
      });
    },
    claim: () => queue.claim(),
    async optionsOf({ options }) {
      const there = known.get(options);
      if (there) return there;
      const found = await findOptions(db, options);
      if (!found) throw coded('farm.options');
      const read = JSON.parse(found) as FarmOptions;
      known.set(options, read);
      return read;
    },
    async pictureOf({ picture }) {
      const content = await files.pictures.get(picture);
      if (!content) throw coded('farm.picture');
      return content;
    },
    async done(claim, answer, photo) {
      const own = photo && sha256(photo);
      if (photo && own) await files.photos.put(own, photo);
      const kept = await db.transaction(async (sql) => {
        const stands = await noteDone(sql, claim.key, JSON.stringify(answer), own, now());
        await queue.end(sql, claim);
        return stands;
      });
      if (!own || own === kept || (await isFarmPhoto(db, own))) return;
      log.info('farm.second', { picture: claim.picture });
      await files.photos.remove(own);
    },
    dead: giveUp,
    async failed(claim, code) {
      if (claim.tries + 1 >= mostTries) {
        await giveUp(claim, code);
        return true;
      }
      await db.transaction((sql) => queue.fail(sql, claim, code));
      return false;
    },
    retry: (code) =>
      db.transaction(async (sql) => {
        await sql.lock(farmLock);
        const again = await reviveDead(sql, code);
        await queue.add(sql, again);
        return again.length;
      })
  };
}

/** An error whose code is in rows and logs. */
export const coded = (code: string, cause?: unknown): Error =>
  Object.assign(new Error(code, { cause }), { code });
