import type { Enrolled } from '$lib/api/contracts/enrolment';
import { enrolmentPhoto } from '$lib/api/enrolment-photo';
import { sha256 } from '../crypto';
import type { PhotoFiles } from '../files/files';
import { Refusal } from '../http/problem';
import { decode } from '../photo/decoder';
import { recordAct } from '../store/staff-audit';
import { dropEnrolment, enrolmentOf, matchEnrolment, noteEnrolment } from '../store/enrolment';
import type { SqlDatabase } from '../store/sql';
import type { SubmissionStore } from '../store/submissions';
import { photoCustody } from '../submission/photo-custody';
import { iso, nowMs } from '../time';

/** Photos of the enrolment, kept where the finished ones are, for the reviewer to compare by eye. */
export interface Enrolment {
  /** What is there of some numbers of a campaign's list, and of all. */
  match(campaign: string, numbers: readonly string[]): Promise<Enrolled>;
  /**
   * Keeps the photo of a number, in place of another that is there; the same again changes nothing.
   *
   * @throws Refusal `enrolment.notListed`, `enrolment.tooLarge`, `photo.type`, `photo.corrupt`
   */
  put(photo: { campaign: string; studentNumber: string; file: Uint8Array }, who: string): Promise<void>;
  /** Removes those of a campaign; how many. */
  removeAll(campaign: string, who: string): Promise<number>;
  /** The photo beside a submission, which goes into the log; null where there is none. */
  show(
    submission: { id: string; campaign: string; studentNumber: string },
    who: string
  ): Promise<{ file: Uint8Array<ArrayBuffer>; type: string } | null>;
}

/** Photos come one by one: what one admin brings to a campaign is one line of the log in so long a time, ms. */
const oneImportMs = 60 * 60_000;
/** Nothing of the picture is asked for but whether it decodes. */
const whole = {
  top: 0,
  side: 0,
  height: 0,
  grid: { left: 0, right: 1, top: 0, bottom: 1, columns: 1, rows: 1 }
};

/** Enrolment photos over the database and the files. */
export function enrolment(
  db: SqlDatabase,
  files: PhotoFiles,
  store: Pick<SubmissionStore, 'refersTo' | 'removals'>
): Enrolment {
  const kept = photoCustody(files, store);
  /** When an admin's import into a campaign was last told to the log, ms since 1970. */
  const told = new Map<string, number>();

  async function tellImport(campaign: string, who: string): Promise<void> {
    const key = JSON.stringify([who, campaign]);
    if (nowMs() - (told.get(key) ?? -Infinity) < oneImportMs) return;
    await db.transaction((sql) =>
      recordAct(sql, { at: iso(), who, act: 'enrolment.imported', subject: campaign })
    );
    told.set(key, nowMs());
  }

  return {
    match: (campaign, numbers) => matchEnrolment(db, campaign, numbers),

    async put({ campaign, studentNumber, file }, who) {
      const found = enrolmentPhoto(file);
      if (!found.ok)
        throw new Refusal(
          found.why === 'type' || found.why === 'corrupt' ? `photo.${found.why}` : 'enrolment.tooLarge'
        );
      const { channels } = await decode({ file, pixels: found.pixels, ...whole });
      if (channels === 0) throw new Refusal('photo.corrupt');
      const hash = sha256(file);
      await tellImport(campaign, who);
      const before = await kept.during(hash, file, async () => {
        const noted = await db.transaction((sql) =>
          noteEnrolment(sql, { campaign, studentNumber }, hash, iso())
        );
        if (noted === false) throw new Refusal('enrolment.notListed');
        return noted;
      });
      if (before !== null && before !== hash) await kept.drop(before);
    },

    async removeAll(campaign, who) {
      const dropped = await db.transaction(async (sql) => {
        await recordAct(sql, { at: iso(), who, act: 'enrolment.removed', subject: campaign });
        return dropEnrolment(sql, 'campaign = ?', [campaign]);
      });
      for (const hash of new Set(dropped)) await kept.drop(hash);
      return dropped.length;
    },

    async show({ id, ...student }, who) {
      const hash = await enrolmentOf(db, student);
      if (hash === null) return null;
      await db.transaction((sql) => recordAct(sql, { at: iso(), who, act: 'enrolment.shown', subject: id }));
      const file = await files.get(hash);
      const found = file && enrolmentPhoto(file);
      return file && found?.ok ? { file, type: found.type } : null;
    }
  };
}
