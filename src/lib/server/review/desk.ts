import type * as v from 'valibot';
import type {
  claimSchema,
  Done,
  Identity,
  queueSchema,
  QueuePage,
  ReviewItem,
  Summary,
  Verdict
} from '$lib/api/contracts/staff';
import type { SubmissionState } from '$lib/api/contracts/submission';
import { maskNumber } from '$lib/api/mask';
import { Refusal } from '../http/problem';
import type { Campaigns } from '../store/campaigns';
import type { StaffMember } from '../staff/sessions';
import { recordAct } from '../store/staff-audit';
import { alikeTo } from '../store/alike';
import { enrolmentOf } from '../store/enrolment';
import { keyedHash } from '../store/keyed';
import { choosePhoto, othersOf, twinsOf } from '../store/same-number';
import type { SqlDatabase } from '../store/sql';
import type { StoredSubmission, SubmissionStore } from '../store/submissions';
import type { Reviewer } from '../submission/states';
import { maySee } from './campaign';
import { countExportable, leftOutOf } from '../store/exportable';
import { listedAs, queueItem, reviewItem } from './item';
import {
  claimable,
  countLimit,
  countState,
  queuePage,
  waitingClasses,
  type Cursor
} from '../store/review-queue';
import { countListed, hasList, listingOf } from '../store/student-list';
import { iso, nowMs } from '../time';

/** The reviewers' work: what waits, who has it, what was decided. */
export interface Desk {
  /** A search goes into the log. @throws Refusal `campaign.unknown` where the reader is kept to others */
  queue(query: v.InferOutput<typeof queueSchema>, reader: StaffMember): Promise<QueuePage>;
  summary(campaign: string): Promise<Summary>;
  /** @throws Refusal `submission.unknown` */
  item(id: string, reader: StaffMember): Promise<ReviewItem>;
  /** The photo's file. @throws Refusal `submission.unknown` */
  photoOf(id: string, reader: StaffMember): Promise<string>;
  /** Whose photo it is. @throws Refusal `submission.unknown` */
  studentOf(id: string, reader: StaffMember): Promise<{ campaign: string; studentNumber: string }>;
  /** Name and number in clear; goes into the log first. @throws Refusal `submission.unknown` */
  unmask(id: string, reader: StaffMember): Promise<Identity>;
  /** Photos for one reviewer alone, those held already first. @throws Refusal `review.taken` for one asked by id */
  claim(wanted: v.InferOutput<typeof claimSchema>, reviewer: StaffMember): Promise<ReviewItem[]>;
  release(ids: readonly string[], reviewer: StaffMember): Promise<Done>;
  decide(verdicts: readonly Verdict[], reviewer: StaffMember): Promise<Done>;
  undo(ids: readonly string[], reviewer: StaffMember): Promise<Done>;
  /** Of several approved photos of a number, this one is exported. @throws Refusal `submission.unknown`, `review.taken` */
  choose(id: string, admin: StaffMember): Promise<ReviewItem>;
}

const actor = ({ name, role }: StaffMember): Reviewer => `${role}:${name}`;
/** Photos a summary names at most that an export leaves out. */
const maxLeftOut = 50;
/** Classes a summary names at most. */
const maxClasses = 200;

/** The reviewers' desk over stored submissions. */
export function desk(db: SqlDatabase, store: SubmissionStore, campaigns: Campaigns): Desk {
  async function known(id: string, reader: StaffMember): Promise<StoredSubmission> {
    const submission = await store.find(id);
    // A further id of the same content is the student's, not the desk's.
    if (!submission || submission.id !== id || submission.erasedAt) throw new Refusal('submission.unknown');
    if (!maySee(reader, submission.campaign)) throw new Refusal('submission.unknown');
    return submission;
  }
  function requireSeen(code: string, reader: StaffMember): void {
    if (!maySee(reader, code)) throw new Refusal('campaign.unknown');
  }
  async function policy(code: string) {
    const campaign = await campaigns.get(code);
    const { claimMinutes, undoSeconds } = campaign?.review ?? { claimMinutes: 15, undoSeconds: 10 };
    return { undoSeconds, staleBefore: new Date(nowMs() - claimMinutes * 60_000).toISOString() };
  }
  async function shown(submission: StoredSubmission, reader: string): Promise<ReviewItem> {
    const row = await listingOf(db, submission.id);
    const listed = listedAs(
      row.listedName,
      submission.name,
      row.listedName !== null || (await hasList(db, submission.campaign))
    );
    const history = await store.history(submission.id);
    const alike = await alikeTo(db, submission.id);
    const others = await othersOf(db, submission.id, alike);
    const twins = await twinsOf(db, submission.id, alike);
    const enrolment = (await enrolmentOf(db, submission)) !== null;
    return reviewItem(submission, { ...row, listed, history, others, twins, enrolment }, reader);
  }

  /** Runs `work` for each id, and sorts them by whether it could be done. */
  async function each(
    ids: readonly string[],
    undoSeconds: number,
    work: (id: string) => Promise<boolean | 'second' | 'unpaid'>
  ): Promise<Done> {
    const worked = await Promise.all(ids.map(work));
    const those = (wanted: (one: boolean | 'second' | 'unpaid') => boolean) =>
      ids.filter((_, index) => wanted(worked[index]!));
    return {
      done: those((one) => one === true),
      failed: those((one) => one !== true),
      forAdmin: those((one) => one === 'second'),
      unpaid: those((one) => one === 'unpaid'),
      undoSeconds
    };
  }

  return {
    async queue({ after, limit, ...filter }, reader) {
      requireSeen(filter.campaign, reader);
      const { rows, next } = await queuePage(db, filter, after ? readCursor(after) : null, limit);
      const listed = rows.length > 0 && (await hasList(db, filter.campaign));
      // A search finds what is masked, letter by letter: that it was made is told, not what for. So of every page: from
      // which place on is the sender's word.
      if (filter.text)
        await db.transaction(async (sql) => {
          const hash = await keyedHash(sql, 'searches', `${filter.campaign} ${filter.text}`);
          const subject = hash.slice(0, 16);
          await recordAct(sql, { at: iso(), who: reader.name, act: 'queue.searched', subject });
        });
      return { items: rows.map((row) => queueItem(row, listed)), next: next && writeCursor(next) };
    },
    async summary(campaign) {
      const states: SubmissionState[] = ['received', 'inReview', 'approved', 'rejected', 'withdrawn'];
      const counts = {} as Summary['counts'];
      for (const state of states) counts[state] = await countState(db, campaign, state);
      const classes: Summary['classes'] = [];
      for (const name of await waitingClasses(db, campaign, maxClasses))
        classes.push({ name, waiting: await countState(db, campaign, 'received', name) });
      const { undoSeconds } = await policy(campaign);
      const exportable = await countExportable(db, { campaign }, undoSeconds, countLimit);
      const leftOut = (await leftOutOf(db, campaign, undoSeconds, maxLeftOut)).map((one) => ({
        ...one,
        studentNumber: maskNumber(one.studentNumber)
      }));
      return { counts, countLimit, exportable, leftOut, classes, listed: await countListed(db, campaign) };
    },
    item: async (id, reader) => shown(await known(id, reader), reader.name),
    photoOf: async (id, reader) => (await known(id, reader)).photoSha256,
    async studentOf(id, reader) {
      const { campaign, studentNumber } = await known(id, reader);
      return { campaign, studentNumber };
    },
    async unmask(id, reader) {
      const { name } = reader;
      const submission = await known(id, reader);
      await db.transaction((sql) =>
        recordAct(sql, { at: iso(), who: name, act: 'identity.shown', subject: id })
      );
      const { fields = {} } = JSON.parse(submission.registration) as { fields?: Record<string, string> };
      return { name: submission.name, studentNumber: submission.studentNumber, fields };
    },
    async claim(wanted, reviewer) {
      const { name } = reviewer;
      if ('id' in wanted) {
        const submission = await known(wanted.id, reviewer);
        const { staleBefore } = await policy(submission.campaign);
        if (!(await store.claim(wanted.id, actor(reviewer), staleBefore))) throw new Refusal('review.taken');
        return [await shown(await known(wanted.id, reviewer), name)];
      }
      requireSeen(wanted.campaign, reviewer);
      const { staleBefore } = await policy(wanted.campaign);
      const candidates = await claimable(db, wanted, { ...reviewer, staleBefore });
      const items: ReviewItem[] = [];
      for (const id of candidates) {
        if (items.length >= wanted.limit) break;
        if (await store.claim(id, actor(reviewer), staleBefore))
          items.push(await shown(await known(id, reviewer), name));
      }
      return items;
    },
    release: (ids, reviewer) =>
      each(ids, 0, (id) => store.change({ id, from: 'inReview', to: 'received', who: actor(reviewer) })),
    async decide(verdicts, reviewer) {
      const ids = verdicts.map(({ id }) => id);
      const byId = new Map(verdicts.map((verdict) => [verdict.id, verdict]));
      if (reviewer.campaigns) await Promise.all(ids.map((id) => known(id, reviewer)));
      const { undoSeconds } = await policy((await known(ids[0]!, reviewer)).campaign);
      return each([...byId.keys()], undoSeconds, async (id) => {
        const became = await store.decide(byId.get(id)!, actor(reviewer));
        return became === 'second' || became === 'unpaid' ? became : became === 'done';
      });
    },
    async undo(ids, reviewer) {
      return each(ids, 0, async (id) => {
        const { undoSeconds } = await policy((await known(id, reviewer)).campaign);
        return store.undo(id, actor(reviewer), undoSeconds);
      });
    },
    async choose(id, admin) {
      const { name } = admin;
      await known(id, admin);
      await db.transaction(async (sql) => {
        const at = iso();
        if (!(await choosePhoto(sql, id, at))) throw new Refusal('review.taken');
        await recordAct(sql, { at, who: name, act: 'photo.chosen', subject: id });
      });
      return shown(await known(id, admin), name);
    }
  };
}

const writeCursor = (cursor: Cursor) => Buffer.from(JSON.stringify(cursor)).toString('base64url');

/** @throws Refusal `request.malformed` */
function readCursor(text: string): Cursor {
  try {
    const cursor: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(cursor) && cursor.length === 2 && cursor.every((part) => typeof part === 'string'))
      return cursor as unknown as Cursor;
  } catch {
    // as below
  }
  throw new Refusal('request.malformed');
}
