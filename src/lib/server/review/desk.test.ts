import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueueFilter } from '$lib/api/contracts/staff';
import { campaignStore } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { openDatabase } from '../store/open';
import type { SqlDatabase } from '../store/sql';
import { submissionStore, type StoredSubmission, type SubmissionStore } from '../store/submissions';
import { startPostgres } from '../testing/postgres';
import { sampleSubmission } from '../testing/submission';
import { desk, type Desk } from './desk';

const anna = { name: 'anna', role: 'reviewer' } as const;
const bo = { name: 'bo', role: 'admin' } as const;
const report = { standard: 'chsi-99', kind: 'still', verdict: 'warn', findings: [], reasons: [] };

function sample(
  campaign: string,
  { class: className, ...rest }: Partial<StoredSubmission> & { class?: string } = {}
): StoredSubmission {
  const registration = JSON.stringify({ institutionName: '示例大学', fields: { class: className ?? '' } });
  return sampleSubmission({ campaign, registration, report: JSON.stringify(report), ...rest });
}

function contract(kind: SqlDatabase['kind'], address: () => Promise<string>) {
  describe(`the review desk in ${kind}`, () => {
    let db: SqlDatabase;
    let store: SubmissionStore;
    let work: Desk;
    beforeAll(async () => {
      db = await openDatabase(await address());
      store = submissionStore(db);
      const campaigns = campaignStore(db, 'default');
      await campaigns.save(parseCampaign(sampleCampaign));
      work = desk(db, store, campaigns);
    }, 60_000);
    afterAll(() => db?.close());

    it('tells of the same file under another number, and of a rejected one sent again', async () => {
      const photoSha256 = '7'.repeat(64);
      const mine = sample('twins', { photoSha256, studentNumber: '2022319001' });
      const other = sample('twins', { photoSha256, studentNumber: '2022319002' });
      const elsewhere = sample('twins', { studentNumber: '2022319003' });
      for (const one of [mine, other, elsewhere]) await store.add(one);
      expect((await work.item(mine.id, bo)).twins).toMatchObject([
        { id: other.id, state: 'received', studentNumber: '2022****02' }
      ]);
      expect((await work.item(elsewhere.id, bo)).twins).toEqual([]);
      await store.claim(other.id, 'reviewer:anna', '');
      await store.change({
        id: other.id,
        from: 'inReview',
        to: 'rejected',
        who: 'reviewer:anna',
        reasons: ['eyes.closed']
      });
      const again = sample('twins', { photoSha256, studentNumber: '2022319002' });
      const anew = sample('twins', { studentNumber: '2022319002' });
      await store.add(again);
      await store.add(anew);
      const same = async (id: string) =>
        (await work.item(id, bo)).others.map(({ state, sameFile }) => [state, sameFile]);
      expect(await same(again.id)).toEqual([
        ['received', false],
        ['rejected', true]
      ]);
      expect(await same(anew.id)).toEqual([
        ['received', false],
        ['rejected', false]
      ]);
    });

    it('tells of what looks the same, re-encoded, under another number and of a rejected one sent again', async () => {
      const fine = '0f'.repeat(34);
      const look = `00ff5a3c96e1d207${fine}`;
      /** Some bits of it, in every quarter and of the fine part. */
      const stored = `00fe5a3d96e0d206${fine.replaceAll('0f0f', '0f0e')}`;
      /** The same quarters of another photo. */
      const other = `00ff5a3c96e1d207${'a5'.repeat(34)}`;
      const studentNumber = '2022319011';
      const sha = (digit: string) => digit.repeat(64);
      const mine = sample('alike', { look, photoSha256: sha('1'), studentNumber });
      const twin = sample('alike', { look: stored, photoSha256: sha('2'), studentNumber: '2022319012' });
      const stranger = sample('alike', {
        ...{ look: other, photoSha256: sha('3'), studentNumber: '2022319013' }
      });
      const before = sample('alike', { photoSha256: sha('4'), studentNumber: '2022319014' });
      const elsewhere = sample('alike-2', { look, photoSha256: sha('5'), studentNumber: '2022319015' });
      for (const one of [mine, twin, stranger, before, elsewhere]) await store.add(one);
      const twins = async (id: string) =>
        (await work.item(id, bo)).twins.map((one) => [one.id, one.sameFile] as const);
      expect(await twins(mine.id)).toEqual([[twin.id, false]]);
      expect(await twins(twin.id)).toEqual([[mine.id, false]]);
      for (const { id } of [stranger, before, elsewhere]) expect(await twins(id)).toEqual([]);
      const again = sample('alike', { look: stored, photoSha256: sha('6'), studentNumber });
      await store.add(again);
      const [earlier] = (await work.item(again.id, bo)).others;
      expect(earlier).toMatchObject({ id: mine.id, sameFile: false, looksAlike: true });
    });

    it('gives those of which a rule warned first where that is wanted, and shows what was written with a rejection', async () => {
      const campaign = 'warned';
      const warns = JSON.stringify({ ...report, findings: [{ id: 'eyes.open', verdict: 'warn' }] });
      const all: StoredSubmission[] = [];
      for (const [index, given] of [JSON.stringify(report), warns, JSON.stringify(report), warns].entries()) {
        const receivedAt = new Date(Date.UTC(2026, 5, 1, 8, index)).toISOString();
        all.push(sample(campaign, { report: given, receivedAt, studentNumber: `202232002${index}` }));
        await store.add(all.at(-1)!);
      }
      const order = async (warnedFirst: boolean) => {
        const held = await work.claim({ campaign, limit: 4, warnedFirst, skip: [] }, anna);
        const ids = held.map(({ id }) => all.findIndex((one) => one.id === id));
        await work.release(
          held.map(({ id }) => id),
          anna
        );
        return ids;
      };
      expect(await order(false)).toEqual([0, 1, 2, 3]);
      expect(await order(true)).toEqual([1, 3, 0, 2]);

      const { id } = all[0]!;
      await work.claim({ id }, anna);
      const note = '背景里有人，请换一个地方拍。';
      await work.decide([{ id, to: 'rejected', reasons: ['eyes.closed'], note }], anna);
      expect((await work.item(id, bo)).note).toBe(note);
      expect((await store.find(id))!.note).toBe(note);
      await work.undo([id], anna);
      expect((await work.item(id, bo)).note).toBe('');
    });

    it('pages through every submission once, by each filter and order', async () => {
      const campaign = 'paging';
      const names = ['王一', '王二', '李三', '李四', '赵五'];
      const all: StoredSubmission[] = [];
      for (let i = 0; i < 25; i++) {
        const one = sample(campaign, {
          studentNumber: `2022${String(100 - i)}`,
          name: names[i % 5]!,
          class: i % 2 ? '软件1班' : '软件2班'
        });
        all.push(one);
        await store.add(one);
      }
      await store.claim(all[3]!.id, 'reviewer:anna', '');
      const read = async (filter: Omit<QueueFilter, 'campaign'>) => {
        const ids: string[] = [];
        let after: string | undefined;
        do {
          const page = await work.queue({ campaign, limit: 4, ...filter, ...(after && { after }) }, anna);
          expect(page.items.length).toBeLessThanOrEqual(4);
          ids.push(...page.items.map(({ id }) => id));
          after = page.next ?? undefined;
        } while (after);
        return ids;
      };
      const ids = (part: StoredSubmission[]) => part.map(({ id }) => id);
      const waits = all.filter((_, index) => index !== 3);
      expect(await read({ states: ['received'] })).toEqual(ids(waits));
      expect(await read({ states: ['received', 'inReview', 'approved'] })).toEqual(ids(all));
      expect(await read({ states: ['received'], class: '软件2班' })).toEqual(
        ids(all.filter((_, index) => index % 2 === 0))
      );
      const byNumber = [...all].sort((a, b) => (a.studentNumber < b.studentNumber ? -1 : 1));
      expect(await read({ states: ['received', 'inReview'], text: '20228' })).toEqual(
        ids(byNumber.filter(({ studentNumber }) => studentNumber.startsWith('20228')))
      );
      expect((await read({ states: ['received', 'inReview'], text: '王' })).sort()).toEqual(
        ids(all.filter(({ name }) => name.startsWith('王'))).sort()
      );
      expect(await read({ states: ['received'], text: '王x' })).toEqual([]);
      const [from, to] = [all[10]!.receivedAt, all[15]!.receivedAt];
      expect(await read({ states: ['received'], from, to })).toEqual(ids(all.slice(10, 15)));
      expect(await work.summary(campaign)).toEqual({
        counts: { received: 24, inReview: 1, approved: 0, rejected: 0, withdrawn: 0 },
        countLimit: 10_000,
        exportable: 0,
        leftOut: [],
        classes: [
          { name: '软件1班', waiting: 11 },
          { name: '软件2班', waiting: 13 }
        ],
        listed: 0
      });
      await expect(
        work.queue({ campaign, states: ['received'], limit: 4, after: 'nonsense' }, anna)
      ).rejects.toMatchObject({ code: 'request.malformed' });
    });

    it('shows names and numbers masked, and in clear only through the log', async () => {
      const one = sample('masked', { class: '一班' });
      await store.add(one);
      const { items } = await work.queue({ campaign: 'masked', states: ['received'], limit: 9 }, anna);
      const item = await work.item(one.id, anna);
      expect(JSON.stringify([items, item])).not.toMatch(/2022310001|林晓/);
      expect(item).toMatchObject({ name: '林*', studentNumber: '2022****01', class: '一班', listed: null });
      const before = await db.all('SELECT * FROM staff_audit');
      expect(await work.unmask(one.id, anna)).toMatchObject({ name: '林晓', studentNumber: '2022310001' });
      const entries = await db.all<object>('SELECT who, act, subject FROM staff_audit ORDER BY sequence');
      expect(entries.slice(before.length)).toEqual([{ who: 'anna', act: 'identity.shown', subject: one.id }]);
      await expect(work.item(randomUUID(), anna)).rejects.toMatchObject({ code: 'submission.unknown' });
    });

    it('puts every search into the log, from whichever place on, and never what for', async () => {
      await store.add(sample('searched'));
      const acts = () =>
        db.all<{ subject: string }>("SELECT * FROM staff_audit WHERE act = 'queue.searched'");
      const before = await acts();
      const search = (text: string, after?: string) =>
        work.queue({ campaign: 'searched', states: ['received'], limit: 1, text, after }, anna);
      const start = Buffer.from(JSON.stringify(['', ''])).toString('base64url');
      for (const text of ['2', '20', '202']) expect((await search(text, start)).items).toHaveLength(1);
      await search('202');
      const [one, two, three, again] = (await acts()).slice(before.length).map(({ subject }) => subject);
      expect(new Set([one, two, three])).toHaveProperty('size', 3);
      expect(again).toBe(three);
      expect(JSON.stringify(await acts())).not.toContain('202"');
    });

    it('never gives one photo to two reviewers, however many ask at once', async () => {
      const campaign = 'rush';
      for (let i = 0; i < 40; i++) await store.add(sample(campaign));
      const reviewers = Array.from({ length: 8 }, (_, i) => ({ name: `r${i}`, role: 'reviewer' as const }));
      const got = await Promise.all(
        reviewers.map((reviewer) => work.claim({ campaign, limit: 5, skip: [] }, reviewer))
      );
      const ids = got.flat().map(({ id }) => id);
      expect(ids).toHaveLength(40);
      expect(new Set(ids).size).toBe(40);
      // Asked again, each has what they hold already.
      const again = await work.claim({ campaign, limit: 5, skip: [] }, reviewers[0]!);
      expect(new Set(again.map(({ id }) => id))).toEqual(new Set(got[0]!.map(({ id }) => id)));
      await expect(work.claim({ id: ids[39]! }, reviewers[0]!)).rejects.toMatchObject({
        code: 'review.taken'
      });
    });

    it('keeps a reviewer to the campaigns that are theirs', async () => {
      const [mine, other] = [sample('mine'), sample('other')];
      for (const one of [mine, other]) await store.add(one);
      const kept = { ...anna, campaigns: ['mine'] };
      const refused = expect.objectContaining({
        code: expect.stringMatching(/unknown$/) as string
      }) as object;
      const queue = (campaign: string) => work.queue({ campaign, states: ['received'], limit: 9 }, kept);
      expect((await queue('mine')).items).toHaveLength(1);
      await expect(queue('other')).rejects.toEqual(refused);
      await expect(work.claim({ campaign: 'other', limit: 1, skip: [] }, kept)).rejects.toEqual(refused);
      for (const see of [
        () => work.item(other.id, kept),
        () => work.photoOf(other.id, kept),
        () => work.unmask(other.id, kept),
        () => work.claim({ id: other.id }, kept),
        () => work.decide([{ id: other.id, to: 'approved' }], kept)
      ])
        await expect(see()).rejects.toEqual(refused);
      expect(await work.photoOf(mine.id, kept)).toBe(mine.photoSha256);
    });

    it('decides, undoes in time and only one’s own, releases, and skips', async () => {
      const campaign = 'deciding';
      const [one, two] = [sample(campaign), sample(campaign)];
      await store.add(one);
      await store.add(two);
      const next = async (skip: string[] = []) =>
        (await work.claim({ campaign, limit: 1, skip }, anna)).map(({ id }) => id);
      expect(await next()).toEqual([one.id]);
      expect(await work.decide([{ id: one.id, to: 'approved' }], bo)).toMatchObject({ failed: [one.id] });
      const rejection = { id: one.id, to: 'rejected', reasons: ['eyes.closed'] } as const;
      expect(await work.decide([{ ...rejection, reasons: ['eyes.closed'] }], anna)).toEqual({
        done: [one.id],
        failed: [],
        forAdmin: [],
        unpaid: [],
        undoSeconds: 10
      });
      expect(await work.undo([one.id], bo)).toMatchObject({ failed: [one.id] });
      // Once the student has answered it, a rejection stands.
      await db.run("UPDATE submission SET changed_at = '2026-01-01T00:00:00.000Z' WHERE id = ?", [one.id]);
      await db.run('UPDATE submission SET replaces = ? WHERE id = ?', [one.id, two.id]);
      expect(await work.undo([one.id], anna)).toMatchObject({ failed: [one.id] });
      await db.run('UPDATE submission SET replaces = NULL WHERE id = ?', [two.id]);
      expect(await work.undo([one.id], anna)).toMatchObject({ done: [one.id] });
      expect(await work.item(one.id, anna)).toMatchObject({ state: 'inReview', mine: true, reasons: [] });
      expect(await work.item(one.id, bo)).toMatchObject({ mine: false, reviewer: 'anna' });
      expect(await work.release([one.id, two.id], anna)).toMatchObject({ done: [one.id], failed: [two.id] });
      expect(await next([one.id])).toEqual([two.id]);
      expect(await next([one.id, two.id])).toEqual([]);
    });
  });
}

const folder = mkdtemp(join(tmpdir(), 'gradframe-desk-'));
let server: Awaited<ReturnType<typeof startPostgres>> | undefined;
afterAll(async () => {
  await server?.stop();
  await rm(await folder, { recursive: true, force: true });
});
contract('sqlite', async () => join(await folder, 'desk.db'));
contract('postgres', async () => {
  server = await startPostgres();
  return server.address('desk');
});
