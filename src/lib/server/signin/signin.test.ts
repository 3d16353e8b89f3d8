import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import { submissionStore, type StoredSubmission } from '../store/submissions';
import { campusCas, campusOidc, serveCounterpart } from '../testing/campus';
import { sampleSubmission } from '../testing/submission';
import { followRedirects } from '../testing/follow-redirects';
import { recentMs, studentAccounts, studentSessionMs, type StudentAccounts } from './accounts';
import { keepPending, pendingMs, takePending } from '../store/pending-sign-ins';
import { signInProviders } from './providers';
import { casProvider } from './providers/cas';
import { oidcProvider } from './providers/oidc';
import { weChatProvider } from './providers/wechat';

let folder: string;
let db: SqlDatabase;
let accounts: StudentAccounts;
let now: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-signin-'));
  db = await openSqlite(join(folder, 'test.db'));
  now = Date.UTC(2026, 5, 1);
  accounts = studentAccounts(db, () => now);
});
afterEach(async () => {
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const code = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string; failure?: string }) => error.code ?? error.failure
  );

async function sent(part: Parameters<typeof sampleSubmission>[0] = {}): Promise<StoredSubmission> {
  const submission = sampleSubmission(part);
  await submissionStore(db).add(submission);
  return submission;
}

describe('students’ accounts', () => {
  it('keep a session that changes its token each day and ends, with a moment for requests under way', async () => {
    const { accountId, token } = await accounts.begin();
    expect(await accounts.session(token)).toEqual({ accountId, fresh: null });
    now += studentSessionMs.rotate + 1;
    const both = await Promise.all([accounts.session(token), accounts.session(token)]);
    const fresh = both[0]!.fresh!;
    expect(fresh).not.toBe(token);
    expect(both).toEqual([
      { accountId, fresh },
      { accountId, fresh }
    ]);
    expect(await accounts.session(fresh)).toEqual({ accountId, fresh: null });
    expect(await accounts.session(token)).toEqual({ accountId, fresh: null });
    now += 61_000;
    expect(await accounts.session(token)).toBeNull();
    expect(await accounts.session(fresh)).toEqual({ accountId, fresh: null });
    now += studentSessionMs.absolute;
    expect(await accounts.session(fresh)).toBeNull();
    await accounts.begin();
    const kept = await db.all<{ token_hash: string }>('SELECT token_hash FROM student_session');
    expect(kept).toHaveLength(1);
  });

  it('fetch the changed token again when the answer that brought it was lost', async () => {
    const { accountId, token } = await accounts.begin();
    now += 2 * studentSessionMs.rotate;
    const lost = await accounts.session(token);
    now += 61_000;
    const again = await accounts.session(token);
    expect(again).toEqual({ accountId, fresh: lost!.fresh });
    now += 30 * studentSessionMs.rotate;
    expect((await accounts.session(token))?.fresh).toBe(lost!.fresh);
    // The fresh one has been used for a day: it changes too, and the old one is long gone.
    await accounts.session(again!.fresh!);
    now += 61_000;
    expect(await accounts.session(token)).toBeNull();
    await accounts.signOut(again!.fresh!);
    expect(await accounts.session(again!.fresh!)).toBeNull();
  });

  it('are not entered by the token of a session that ended or was changed', async () => {
    const { accountId, token } = await accounts.begin();
    await accounts.bind(accountId, await sent());
    now += 2 * studentSessionMs.rotate;
    const { fresh } = (await accounts.session(token))!;
    await accounts.session(fresh!);
    now += 61_000;
    const stranger = await accounts.identify('cas', 'mallory', token, accountId);
    expect((await accounts.session(stranger))!.accountId).not.toBe(accountId);
    now += studentSessionMs.absolute;
    const later = await accounts.identify('oidc', 'mallory', fresh, accountId);
    expect((await accounts.session(later))!.accountId).not.toBe(accountId);
    expect(await accounts.identities(accountId)).toEqual([]);
  });

  it('stand for a proven number, which stands for one account, until staff frees it', async () => {
    const [one, two] = [await accounts.begin(), await accounts.begin()];
    const numbers = async ({ accountId }: { accountId: string }) =>
      (await accounts.registrations(accountId)).map(
        ({ campaign, studentNumber }) => `${campaign} ${studentNumber}`
      );
    const proven = { proven: true } as const;
    await accounts.bind(one.accountId, await sent(proven));
    await accounts.bind(one.accountId, await sent(proven));
    await accounts.bind(two.accountId, await sent(proven));
    await accounts.bind(one.accountId, await sent({ ...proven, studentNumber: '2022310002' }));
    await accounts.bind(one.accountId, await sent({ ...proven, campaign: 'other' }));
    expect(await numbers(one)).toEqual(['default 2022310001', 'other 2022310001']);
    expect(await numbers(two)).toEqual([]);
    expect(await accounts.submissions(two.accountId, 9)).toHaveLength(1);
    expect(await accounts.unbind('default', '2022310001', 'anna')).toBe(true);
    expect(await accounts.unbind('default', '2022310001', 'anna')).toBe(false);
    await accounts.bind(two.accountId, await sent(proven));
    expect(await numbers(two)).toEqual(['default 2022310001']);
    const acts = await db.all<{ who: string; act: string; subject: string }>(
      'SELECT who, act, subject FROM staff_audit'
    );
    expect(acts).toEqual([{ who: 'anna', act: 'binding.removed', subject: 'default' }]);
  });

  it('show a retake with the photo that it answers, and nothing else of the number', async () => {
    const { accountId } = await accounts.begin();
    const first = await sent();
    const retake = await sent({ replaces: first.id });
    await sent();
    await accounts.bind(accountId, first);
    expect(await accounts.submissions(accountId, 9)).toEqual([retake.id, first.id]);
  });

  it('are opened by a provider on any device, never by another’s sign-in, and closed everywhere at once', async () => {
    const { accountId, token } = await accounts.begin();
    await accounts.bind(accountId, await sent());
    const here = await accounts.identify('cas', 'anna', token, accountId);
    expect(await accounts.session(token)).toBeNull();
    expect((await accounts.session(here))?.accountId).toBe(accountId);
    const there = await accounts.identify('cas', 'anna', null);
    expect((await accounts.session(there))?.accountId).toBe(accountId);
    // Somebody else at the same computer does not get into the first one's account.
    const next = await accounts.identify('cas', 'bert', here, accountId);
    expect((await accounts.session(next))?.accountId).not.toBe(accountId);
    expect(await accounts.identities(accountId)).toEqual(['cas']);
    const more = await accounts.identify('cas', 'anna', null);
    await accounts.signOutAll(accountId);
    for (const gone of [there, more]) expect(await accounts.session(gone)).toBeNull();
    expect(await accounts.session(next)).not.toBeNull();
  });

  it('are joined by a sign-in only where the student said so, and showed who they are a moment ago', async () => {
    const { accountId, token } = await accounts.begin();
    await accounts.bind(accountId, await sent());
    // Somebody at a shared computer, or with a session that was planted: an account of their own.
    for (const add of [undefined, null, (await accounts.begin()).accountId]) {
      const own = await accounts.identify('cas', `bert ${add}`, (await accounts.begin()).token, add);
      expect((await accounts.session(own))!.accountId).not.toBe(accountId);
    }
    const own = await accounts.identify('cas', 'bert', token);
    expect((await accounts.session(own))!.accountId).not.toBe(accountId);
    expect(await accounts.factors(accountId)).toEqual([]);

    // The first way of a device's own account; then further ones while that is fresh.
    const anna = await accounts.begin();
    const first = await accounts.identify('cas', 'anna', anna.token, anna.accountId);
    const second = await accounts.identify('oidc', 'anna', first, anna.accountId);
    expect((await accounts.factors(anna.accountId)).map(({ kind }) => kind)).toEqual(['cas', 'oidc']);
    expect(await accounts.mayChange(second)).toBe(true);
    now += recentMs;
    expect(await accounts.mayChange(second)).toBe(false);
    const third = await accounts.identify('wechat', 'o'.repeat(28), second, anna.accountId);
    expect((await accounts.session(third))!.accountId).not.toBe(anna.accountId);
  });

  it('lose a way to sign in only after another sign-in, and every other session with it', async () => {
    const { accountId, token } = await accounts.begin();
    const here = await accounts.identify('cas', 'anna', token, accountId);
    const there = await accounts.identify(
      'oidc',
      'anna',
      await accounts.identify('cas', 'anna', null),
      accountId
    );
    now += recentMs;
    const cas = { kind: 'cas', id: 'cas' } as const;
    expect(await code(accounts.removeFactor(accountId, here, cas))).toBe('account.again');
    const stranger = await accounts.begin();
    expect(await code(accounts.removeFactor(accountId, stranger.token, cas))).toBe('account.again');
    const again = await accounts.identify('cas', 'anna', here);
    await accounts.removeFactor(accountId, again, { kind: 'oidc', id: 'oidc' });
    expect((await accounts.factors(accountId)).map(({ kind }) => kind)).toEqual(['cas']);
    expect(await accounts.session(there)).toBeNull();
    expect(await accounts.session(again)).not.toBeNull();
    const gone = await accounts.identify('oidc', 'anna', null);
    expect((await accounts.session(gone))!.accountId).not.toBe(accountId);
  });

  it('keep what a sign-in must bring back for ten minutes and one use', async () => {
    const key = await keepPending(db, 'cas', { state: 's' }, now);
    expect(await takePending(db, 'oidc', key, now)).toBeNull();
    const second = await keepPending(db, 'cas', { state: 's' }, now);
    expect(await takePending(db, 'cas', second, now)).toEqual({ state: 's' });
    expect(await takePending(db, 'cas', second, now)).toBeNull();
    const third = await keepPending(db, 'cas', { state: 's' }, now);
    expect(await takePending(db, 'cas', third, now + pendingMs + 1)).toBeNull();
  });
});

const callback = (id: string) => `https://photo.example.edu.cn/sign-in/${id}/callback`;

it('CAS 3.0: takes a ticket of this service once, and no user out of an attribute or a failure', async () => {
  const { url, issue, stop } = await campusCas();
  const cas = casProvider({ base: url });
  const start = await cas.start(callback('cas'));
  const service = new URL(start.url).searchParams.get('service')!;
  const back = (ticket: string) => new URL(`${service}${ticket && `&ticket=${ticket}`}`);
  issue('2022310001', service, 'ST-1');
  issue('2022310001', 'https://another.example.edu.cn', 'ST-2');
  const { subject } = await cas.finish(back('ST-1'), start.secrets, callback('cas'));
  expect(subject).toMatch(/^[0-9a-f]{64}$/);
  expect(await code(cas.finish(back('ST-1'), start.secrets, callback('cas')))).toBe('failed');
  expect(await code(cas.finish(back('ST-2'), start.secrets, callback('cas')))).toBe('failed');
  expect(await code(cas.finish(back('ST-1'), { state: 'another' }, callback('cas')))).toBe('failed');
  expect(await code(cas.finish(back(''), start.secrets, callback('cas')))).toBe('cancelled');
  stop();
  expect(await code(cas.finish(back('ST-3'), start.secrets, callback('cas')))).toBe('unreachable');
});

it('a campus that tells the student number proves it, and nothing else does', async () => {
  const { url, issue, stop } = await campusCas();
  const numberAt = async (user: string, number?: string) => {
    const cas = casProvider({ base: url, number });
    const start = await cas.start(callback('cas'));
    const service = new URL(start.url).searchParams.get('service')!;
    const ticket = issue(user, service);
    return (await cas.finish(new URL(`${service}&ticket=${ticket}`), start.secrets, callback('cas')))
      .studentNumber;
  };
  expect(await numberAt('2022310001', 'user')).toBe('2022310001');
  expect(await numberAt('2022310001')).toBeUndefined();
  expect(await numberAt('2022310001', 'studentId')).toBeUndefined();
  expect(await numberAt('../x', 'user')).toBeUndefined();
  expect(() => casProvider({ base: url, number: '.*>' })).toThrow('GRADFRAME_CAS_NUMBER');
  stop();

  const redirect = callback('oidc');
  const campus = await campusOidc(redirect, '2022310001');
  const settings = { issuer: campus.url, clientId: 'gradframe', secret: 'secret' };
  for (const [number, told] of [
    ['sub', '2022310001'],
    ['nickname', undefined],
    [undefined, undefined]
  ] as const) {
    const oidc = oidcProvider({ ...settings, number });
    const { url: address, secrets } = await oidc.start(redirect);
    expect(
      (await oidc.finish(await followRedirects(address, redirect), secrets, redirect)).studentNumber
    ).toBe(told);
  }
  campus.stop();
});

it('an account holds the number that its campus told, in every campaign, and no other account does', async () => {
  const number = '2022310001';
  const { accountId, token } = await accounts.begin();
  await accounts.bind(accountId, await sent());
  expect(await accounts.registrations(accountId)).toEqual([]);
  await accounts.identify('cas', { subject: 'anna', studentNumber: number }, token, accountId);
  expect(await accounts.registrations(accountId)).toEqual([{ campaign: 'default', studentNumber: number }]);
  await accounts.bind(accountId, await sent({ campaign: 'other' }));
  await accounts.bind(accountId, await sent({ studentNumber: '2022310002' }));
  expect(await accounts.registrations(accountId)).toHaveLength(2);
  // Whoever else has typed the number, or signs in as somebody else, does not.
  const other = await accounts.begin();
  await accounts.identify('oidc', { subject: 'bert', studentNumber: number }, other.token, other.accountId);
  await accounts.bind(other.accountId, await sent({ campaign: 'third' }));
  expect(await accounts.registrations(other.accountId)).toEqual([]);
});

it('WeChat: exchanges the code for the openid, once, and refuses a snapshot’s stand-in', async () => {
  const codes = new Map<string, object>([
    ['good', { openid: 'o'.repeat(28), scope: 'snsapi_userinfo' }],
    ['snap', { openid: 'p'.repeat(28), is_snapshotuser: 1 }]
  ]);
  const { url, stop } = await serveCounterpart((request, response) => {
    const { searchParams } = new URL(request.url!, 'http://wechat');
    const known = searchParams.get('appid') === 'wx1' && searchParams.get('secret') === 'secret';
    const found = known && codes.get(searchParams.get('code') ?? '');
    codes.delete(searchParams.get('code') ?? '');
    response.end(JSON.stringify(found || { errcode: 40029, errmsg: 'invalid code' }));
  });
  const wechat = weChatProvider({ appId: 'wx1', secret: 'secret', open: url, api: url });
  const { url: address, secrets } = await wechat.start(callback('wechat'));
  const asked = new URL(address);
  expect(asked.searchParams.get('scope')).toBe('snsapi_userinfo');
  expect(asked.hash).toBe('#wechat_redirect');
  const back = (given: string, state = secrets.state) =>
    new URL(`${callback('wechat')}?code=${given}&state=${state}`);
  expect(await wechat.finish(back('good'), secrets, '')).toEqual({ subject: 'o'.repeat(28) });
  expect(await code(wechat.finish(back('good'), secrets, ''))).toBe('failed');
  expect(await code(wechat.finish(back('snap'), secrets, ''))).toBe('failed');
  expect(await code(wechat.finish(back('good', 'forged'), secrets, ''))).toBe('failed');
  expect(
    await code(wechat.finish(new URL(`${callback('wechat')}?state=${secrets.state}`), secrets, ''))
  ).toBe('cancelled');
  stop();
});

it('OIDC: signs in at a real provider with PKCE, and takes no code under another verifier, state or nonce', async () => {
  const redirect = callback('oidc');
  const { url: issuer, stop } = await campusOidc(redirect, 'student-1');
  const oidc = oidcProvider({ issuer, clientId: 'gradframe', secret: 'secret' });

  const first = await oidc.start(redirect);
  const { subject } = await oidc.finish(await followRedirects(first.url, redirect), first.secrets, redirect);
  expect(subject).toMatch(/^[0-9a-f]{64}$/);
  const again = await oidc.start(redirect);
  const back = await followRedirects(again.url, redirect);
  expect(await oidc.finish(back, again.secrets, redirect)).toEqual({ subject });
  expect(await code(oidc.finish(back, again.secrets, redirect))).toBe('failed');
  for (const name of ['verifier', 'state', 'nonce']) {
    const third = await oidc.start(redirect);
    const wrong = { ...third.secrets, [name]: first.secrets[name]! };
    expect(await code(oidc.finish(await followRedirects(third.url, redirect), wrong, redirect)), name).toBe(
      'failed'
    );
  }
  expect(await code(oidc.finish(new URL(`${redirect}?error=access_denied`), first.secrets, redirect))).toBe(
    'cancelled'
  );
  stop();
  const gone = oidcProvider({ issuer, clientId: 'gradframe', secret: 'secret' });
  expect(await code(gone.start(redirect))).toBe('unreachable');
});

it('says which providers are off, and what they want', () => {
  const { on, off } = signInProviders({ GRADFRAME_CAS: 'https://cas.example.edu.cn/cas/' });
  expect(on.map(({ id }) => id)).toEqual(['cas']);
  expect(off.map(({ id }) => id)).toEqual(['oidc', 'wechat']);
  for (const wrong of ['cas.example', 'http://cas.example.edu.cn/cas', 'ftp://localhost'])
    expect(() => signInProviders({ GRADFRAME_CAS: wrong }), wrong).toThrow('GRADFRAME_CAS');
});
