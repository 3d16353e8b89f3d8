import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { consentItems, noticeVersion } from '$lib/api/notice';
import { seal } from '../codes/envelope';
import { envelopeResolver } from '../codes/resolver';
import { consentOf } from '../store/consent';
import { folderFiles } from '../files/folder';
import { campaignStore, type Campaigns } from '../store/campaigns';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { countState } from '../store/review-queue';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { submissionStore, type SubmissionStore } from '../store/submissions';
import { finishedFile } from '../testing/photo';
import { agreedDetails, agreement } from '../testing/submission';
import type { SubmissionRequest } from './request';
import { submissionService, type SubmissionService } from './service';

const codeKey = randomBytes(32);
let folder: string;
let db: SqlDatabase;
let store: SubmissionStore;
let service: SubmissionService;
let campaigns: Campaigns;

async function start(undoSeconds = 0) {
  const files = await folderFiles(join(folder, 'photos'));
  db = await openSqlite(join(folder, 'test.db'));
  store = submissionStore(db);
  campaigns = campaignStore(db, 'default');
  await campaigns.save(parseCampaign({ ...sampleCampaign, review: { undoSeconds } }));
  const codes = envelopeResolver(new Map([['a1', codeKey]]));
  service = submissionService({ store, files, campaigns, codes });
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-service-'));
  await start();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const key = 'k'.repeat(43);
async function request(seed = 1): Promise<SubmissionRequest> {
  return {
    id: randomUUID(),
    key,
    photo: await finishedFile(seed),
    registration: { studentNumber: '2022310001', name: '林晓', source: 'typed' },
    report: { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] },
    details: agreedDetails()
  };
}
const files = async () =>
  (await readdir(join(folder, 'photos'), { recursive: true })).filter((name) => name.includes('.'));
const refused = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code: string }) => error.code
  );

describe('submissionService', () => {
  it('keeps what it acknowledged, also after a restart', async () => {
    const submission = await request();
    const { created, status } = await service.accept(submission);
    expect(created).toBe(true);
    expect(status).toMatchObject({
      id: submission.id,
      state: 'received',
      photoBytes: submission.photo.length
    });
    expect(status.photoSha256).toBe(createHash('sha256').update(submission.photo).digest('hex'));
    await store.close();
    await start();
    expect(await service.status(submission.id, key)).toEqual(status);
    expect(await files()).toEqual([expect.stringContaining(status.photoSha256)]);
  });

  it('notes each purpose that was agreed to by itself, once, also for what is sent again', async () => {
    const submission = await request();
    for (let times = 0; times < 2; times++) await service.accept(submission);
    expect(await consentOf(db, submission.id)).toEqual(
      consentItems.map((item) => ({
        purpose: `notice.${item}`,
        version: noticeVersion,
        agreedAt: agreement().at,
        textSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string
      }))
    );
  });

  it('takes in nothing without each consent to the present notice', async () => {
    const consent = agreement();
    const withoutIt: SubmissionRequest['details'][] = [
      { campaign: 'default' },
      agreedDetails({ consent: { version: consent.version, at: consent.at } }),
      agreedDetails({ consent: { ...consent, items: ['face', 'face'] } }),
      agreedDetails({ consent: { ...consent, items: ['sensitive'] } }),
      agreedDetails({ consent: { ...consent, version: '2020-01-01' } }),
      agreedDetails({ consent: { ...consent, version: 'constructor' } }),
      agreedDetails({ consent: { ...consent, at: '2099-01-01T00:00:00.000Z' } })
    ];
    for (const details of withoutIt) {
      const submission = { ...(await request()), details };
      expect(await refused(service.accept(submission)), JSON.stringify(details)).toBe('consent.missing');
      expect(await store.find(submission.id)).toBeNull();
    }
    expect(await files()).toEqual([]);
  });

  it('takes in only students of the campaign’s institution, with every field it asks for', async () => {
    const label = { en: 'Class' };
    const asked = [
      { id: 'class', label, required: true },
      { id: 'hometown', label }
    ];
    const strict = { ...sampleCampaign, code: 'strict', anyInstitution: false, fields: asked };
    await campaigns.save(parseCampaign(strict));
    let seed = 200;
    const send = async (more: object) => {
      const submission = await request(++seed);
      const registration = { ...submission.registration, ...more } as SubmissionRequest['registration'];
      return refused(
        service.accept({ ...submission, registration, details: agreedDetails({ campaign: 'strict' }) })
      );
    };
    const fields = { class: '软件1班' };
    expect(await send({ fields, institutionCode: '10001' })).toBe('registration.institution');
    expect(await send({ fields, institutionName: '别的大学' })).toBe('registration.institution');
    const codeToken = seal(
      { studentNumber: '2022310009', name: '周晓明', institutionCode: '10001' },
      'a1',
      codeKey
    );
    const masked = { studentNumber: '2022****09', name: '周**', source: 'resolved', codeToken, fields };
    expect(await send(masked)).toBe('registration.institution');
    const empty = [{}, { fields: {} }, { fields: { hometown: '南京' } }, { fields: { class: '\u3000 -' } }];
    for (const more of empty) expect(await send(more)).toBe('registration.fields');
    expect(await send({ fields: JSON.parse('{"__proto__":{"class":"x"}}') as object })).toBe(
      'registration.fields'
    );
    expect(await send({ fields, institutionCode: '10000' })).toBeNull();
    expect(await send({ fields })).toBeNull();
  });

  it('answers the same again with the same, and stores it once', async () => {
    const submission = await request();
    const answers = await Promise.all(Array.from({ length: 8 }, () => service.accept(submission)));
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status.receivedAt)).size).toBe(1);
    expect(await files()).toHaveLength(1);
  });

  it('refuses another content or another key under a taken id, and leaves nothing of it', async () => {
    const first = await request();
    await service.accept(first);
    const other = { ...(await request(2)), id: first.id };
    expect(await refused(service.accept(other))).toBe('submission.conflict');
    expect(await refused(service.accept({ ...first, key: 'x'.repeat(43) }))).toBe('submission.conflict');
    const renamed = { ...first, registration: { ...first.registration, name: '别人' } };
    expect(await refused(service.accept(renamed))).toBe('submission.conflict');
    expect(await files()).toHaveLength(1);
  });

  it('settles a race of different contents for one id without orphans', async () => {
    const first = await request(1);
    const second = { ...(await request(2)), id: first.id };
    const answers = await Promise.all([first, second].map((one) => refused(service.accept(one))));
    expect(answers.filter((code) => code === null)).toHaveLength(1);
    expect(answers).toContain('submission.conflict');
    expect(await files()).toHaveLength(1);
  });

  it('takes nothing in on a full disk, leaves nothing half there, and goes on once there is room', async () => {
    const room = (pages: number) =>
      db.transaction((sql) => sql.all<{ max_page_count: number }>(`PRAGMA max_page_count = ${pages}`));
    const rows = async () => (await db.get<{ n: number }>('SELECT COUNT(*) AS n FROM submission'))!.n;
    const first = await service.accept(await request(1));
    // No smaller than the file is: the next rows still find room in it, what comes after them does not.
    await room(1);
    const submissions = await Promise.all(
      Array.from({ length: 15 }, async (_, i) => ({
        ...(await request(i + 2)),
        registration: {
          studentNumber: String(2022320000 + i),
          name: '林晓'.repeat(10),
          source: 'typed' as const
        }
      }))
    );
    const answers = await Promise.allSettled(submissions.map((one) => service.accept(one)));
    const taken = submissions.filter((_, i) => answers[i]!.status === 'fulfilled');
    expect(taken.length).toBeLessThan(submissions.length);
    expect(await rows()).toBe(taken.length + 1);
    expect(await files()).toHaveLength(taken.length + 1);
    expect(await service.status(first.status.id, key)).toEqual(first.status);

    await room(1_000_000);
    for (const one of submissions) await service.accept(one);
    expect(await rows()).toBe(submissions.length + 1);
    expect(await files()).toHaveLength(submissions.length + 1);
  });

  it('leaves nothing behind when it refuses a photo', async () => {
    const submission = { ...(await request()), photo: new Uint8Array([1, 2, 3]) };
    expect(await refused(service.accept(submission))).toBe('photo.type');
    expect(await files()).toEqual([]);
    expect(await store.find(submission.id)).toBeNull();
  });

  it('tells nothing to who has no key', async () => {
    const submission = await request();
    await service.accept(submission);
    expect(await refused(service.status(submission.id, 'x'.repeat(43)))).toBe('submission.unknown');
    expect(await refused(service.status(randomUUID(), key))).toBe('submission.unknown');
  });

  it('reads an encrypted code when the photo arrives, and holds it against what was typed', async () => {
    const fields = { studentNumber: '2022310009', name: '周晓明' };
    const codeToken = seal(fields, 'a1', codeKey);
    const send = async (registration: SubmissionRequest['registration'], seed: number) => {
      const submission = { ...(await request(seed)), registration };
      const code = await refused(service.accept(submission));
      const kept = await store.find(submission.id);
      return code ?? (JSON.parse(kept!.registration) as unknown);
    };
    const clear = { ...fields, source: 'code', codeToken };
    const masked = { studentNumber: '2022****09', name: '周**', source: 'resolved', codeToken } as const;
    expect(await send(masked, 11)).toEqual(clear);
    expect(await send({ ...fields, source: 'code', codeToken }, 12)).toEqual(clear);
    expect(await send({ ...fields, studentNumber: '2022310001', source: 'code', codeToken }, 13)).toBe(
      'registration.mismatch'
    );
    expect(await send({ ...masked, codeToken: 'x'.repeat(80) }, 14)).toBe('code.unreadable');
    const unread = { ...fields, source: 'code', codeToken: 'x'.repeat(80) } as const;
    expect(await send(unread, 15)).toEqual(unread);
  });

  it('takes the same content under another id once, and answers by either id', async () => {
    const first = await request(21);
    const again = { ...first, id: randomUUID(), key: 'z'.repeat(43) };
    const { status } = await service.accept(first);
    const { created, status: same } = await service.accept(again);
    expect(created).toBe(false);
    expect(same).toEqual({ ...status, id: again.id });
    expect((await service.accept(again)).status).toEqual(same);
    expect(await service.status(again.id, again.key)).toEqual(same);
    expect(await refused(service.status(again.id, first.key))).toBe('submission.unknown');
    expect(await countState(db, 'default', 'received')).toBe(1);
  });

  it('takes back until review begins, and the same photo anew after that', async () => {
    const first = await request(22);
    await service.accept(first);
    expect(await refused(service.withdraw(first.id, 'x'.repeat(43)))).toBe('submission.unknown');
    expect((await service.withdraw(first.id, key)).state).toBe('withdrawn');
    expect((await service.withdraw(first.id, key)).history.map(({ state }) => state)).toEqual([
      'received',
      'withdrawn'
    ]);
    const anew = { ...first, id: randomUUID() };
    expect((await service.accept(anew)).created).toBe(true);
    await store.claim(anew.id, 'reviewer:anna', '');
    expect(await refused(service.withdraw(anew.id, key))).toBe('submission.tooLate');
  });

  it('gives two retakes after a rejection, each once, and only to whom was rejected', async () => {
    const reject = async (id: string) => {
      await store.claim(id, 'reviewer:anna', '');
      const who = 'reviewer:anna' as const;
      await store.change({ id, from: 'inReview', to: 'rejected', who, reasons: ['eyes.closed'] });
    };
    let earlier = await request(30);
    await service.accept(earlier);
    const retake = async (seed: number): Promise<SubmissionRequest> => ({
      ...(await request(seed)),
      details: agreedDetails({ replaces: { id: earlier.id, key } })
    });
    expect(await refused(service.accept(await retake(31)))).toBe('submission.noRetake');
    for (const attempt of [1, 2]) {
      await reject(earlier.id);
      const next = await retake(40 + attempt);
      const stranger = { ...(await retake(50 + attempt)) };
      stranger.registration = { ...stranger.registration, studentNumber: '2022310077' };
      expect(await refused(service.accept(stranger))).toBe('submission.noRetake');
      expect((await service.accept(next)).status).toMatchObject({ attempt, retakesLeft: 2 - attempt });
      expect(await service.status(earlier.id, key)).toMatchObject({
        state: 'rejected',
        reasons: ['eyes.closed'],
        replacedBy: next.id
      });
      expect(await refused(service.accept(await retake(60 + attempt)))).toBe('submission.noRetake');
      earlier = next;
    }
    await reject(earlier.id);
    expect(await refused(service.accept(await retake(70)))).toBe('submission.noRetake');
  });

  it('tells a verdict only when it can no longer be undone, and nothing of one that was', async () => {
    await store.close();
    await start(10);
    const first = await request(80);
    await service.accept(first);
    const retake = {
      ...(await request(81)),
      details: agreedDetails({ replaces: { id: first.id, key } })
    };
    const states = async () => {
      const { state, reasons, history } = await service.status(first.id, key);
      return [state, reasons.join(), history.map(({ state }) => state).join(' ')];
    };
    const who = 'reviewer:anna' as const;
    const change = { id: first.id, from: 'inReview', who } as const;
    const reviewing = ['inReview', '', 'received inReview'];
    await store.claim(first.id, 'reviewer:anna', '');
    await store.change({ ...change, to: 'rejected', reasons: ['eyes.closed'] });
    expect(await states()).toEqual(reviewing);
    expect(await refused(service.accept(retake))).toBe('submission.noRetake');
    expect(await store.undo(first.id, 'reviewer:bo', 10)).toBe(false);
    expect(await store.undo(first.id, who, 10)).toBe(true);
    expect(await store.undo(first.id, who, 10)).toBe(false);
    expect(await states()).toEqual(reviewing);
    await store.change({ ...change, to: 'approved' });
    expect(await states()).toEqual(reviewing);
    const past = new Date(Date.now() - 11_001).toISOString();
    await db.run('UPDATE submission SET changed_at = ? WHERE id = ?', [past, first.id]);
    expect(await states()).toEqual(['approved', '', 'received inReview approved']);
    // The reviewer may still take it back, until it was handed over.
    expect(await store.undo(first.id, 'reviewer:bo', 10)).toBe(false);
    expect(await store.undo(first.id, who, 10)).toBe(true);
    await store.change({ ...change, to: 'approved' });
    await db.run('UPDATE submission SET changed_at = ?, exported_at = ? WHERE id = ?', [
      past,
      past,
      first.id
    ]);
    expect(await store.undo(first.id, who, 10)).toBe(false);
  });
});
