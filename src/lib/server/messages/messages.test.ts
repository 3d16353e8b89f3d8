import {
  createDecipheriv,
  createECDH,
  createHmac,
  createPublicKey,
  randomBytes,
  randomUUID,
  verify
} from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import webpush from 'web-push';
import type { PushPayload, Subscription } from '$lib/api/contracts/messages';
import { campaignStore } from '../store/campaigns';
import { consentOf } from '../store/consent';
import { parseCampaign } from '../policy/parse-campaign';
import { sampleCampaign } from '../policy/sample';
import { undo } from '../store/changes';
import type { SqlDatabase } from '../store/sql';
import { openSqlite } from '../store/sqlite';
import type { MessageSender } from './sender';
import { mailSender } from './senders/mail';
import { pushSender } from './senders/push';
import { smsSender } from './senders/sms';
import { weChatMessageSender } from './senders/wechat';
import { messageService } from './service';

interface Heard {
  url: string;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

let folder: string;
let db: SqlDatabase;
let now: number;
let server: Server;
let url: string;
let heard: Heard[];
/** What the counterpart answers to each request. */
let answer: (request: Heard) => { status: number; body?: object };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gradframe-messages-'));
  db = await openSqlite(join(folder, 'test.db'));
  await campaignStore(db, 'default').save(parseCampaign(sampleCampaign));
  now = Date.UTC(2026, 5, 1);
  heard = [];
  answer = () => ({ status: 201 });
  server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const one = { url: request.url!, headers: request.headers, body: Buffer.concat(parts) };
      heard.push(one);
      const { status, body } = answer(one);
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(body && JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  server.close();
  await db.close();
  await rm(folder, { recursive: true, force: true });
});

const start = (...senders: MessageSender[]) =>
  messageService({
    db,
    campaigns: campaignStore(db, 'default'),
    senders,
    clock: () => now
  });

async function submission(state = 'received'): Promise<string> {
  const id = randomUUID();
  const sha = 'a'.repeat(64);
  await db.run(
    `INSERT INTO submission (id, key_hash, content_hash, state, received_at, photo_sha256, photo_bytes, registration,
       report, campaign, student_number, name, changed_at) VALUES (?, ?, ?, ?, ?, ?, 1, '{}', '{}', 'default', '2022310001', '林晓明', ?)`,
    [id, sha, sha, state, new Date(now).toISOString(), sha, new Date(now).toISOString()]
  );
  return id;
}
const judge = (id: string, state: string) =>
  db.run('UPDATE submission SET state = ?, changed_at = ? WHERE id = ?', [
    state,
    new Date(now).toISOString(),
    id
  ]);
const count = async (table: 'message' | 'message_channel') =>
  (await db.get<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`))!.n;

/** Subscribes, and has the owner confirm the address; what asked them is not heard any more. */
async function subscribe(service: ReturnType<typeof start>, id: string, to: Subscription) {
  await service.subscribe(id, to);
  const { token } = (await db.get<{ token: string }>(
    'SELECT token FROM message_channel WHERE submission_id = ?',
    [id]
  ))!;
  await db.run('DELETE FROM message');
  await service.confirm(token);
  return token;
}

const sms: Subscription = { kind: 'sms', locale: 'zh-CN', number: '13800000000' };

describe('the outbox', () => {
  it('tells a verdict once it can no longer be undone, once, and forgets the address', async () => {
    const service = start(smsSender({ url, secret: 's' }));
    const id = await submission();
    await subscribe(service, id, sms);
    await service.subscribe(id, sms);
    expect(await count('message_channel')).toBe(1);
    // Agreed to once, and kept though the address will be gone.
    expect(await consentOf(db, id)).toMatchObject([{ purpose: 'message.sms' }]);
    await expect(db.run('DELETE FROM consent_entry')).rejects.toThrow('append only');
    expect(await service.round()).toBe(0);
    await judge(id, 'rejected');
    expect(await service.round()).toBe(0);
    now += 11_000;
    expect(
      (await Promise.all([service.round(), service.round(), service.round()])).reduce((a, b) => a + b)
    ).toBe(1);
    expect(await service.round()).toBe(0);
    expect(heard).toHaveLength(1);
    const { body, headers } = heard[0]!;
    expect(headers['gradframe-signature']).toBe(createHmac('sha256', 's').update(body).digest('hex'));
    const { text } = JSON.parse(body.toString()) as { text: string };
    expect(text).toContain('林**');
    expect(text).not.toContain('晓');
    expect(await count('message_channel')).toBe(0);
  });

  it('tells nothing of a verdict taken back before it was sent, and tells the one that follows', async () => {
    const service = start(smsSender({ url, secret: 's' }));
    answer = () => ({ status: 503 });
    const id = await submission();
    await subscribe(service, id, sms);
    await judge(id, 'approved');
    await db.run("UPDATE submission SET claimed_by = 'anna' WHERE id = ?", [id]);
    now += 11_000;
    await service.round();
    expect(heard).toHaveLength(1);
    expect(await db.transaction((sql) => undo(sql, id, 'reviewer:anna', 10))).toBe(true);
    answer = () => ({ status: 201 });
    now += 24 * 3600_000;
    expect(await service.round()).toBe(0);
    await judge(id, 'rejected');
    now += 11_000;
    expect(await service.round()).toBe(1);
    expect(heard).toHaveLength(2);
    expect(await db.all('SELECT template, state FROM message')).toEqual([
      { template: 'rejected', state: 'sent' }
    ]);
  });

  it('tries again, less and less often, under the same key, and gives up in the end', async () => {
    const service = start(smsSender({ url, secret: 's' }));
    answer = () => ({ status: 503 });
    const id = await submission('approved');
    await subscribe(service, id, sms);
    const at: number[] = [];
    for (let seconds = 0; seconds < 3 * 24 * 3600; seconds += 30) {
      now += 30_000;
      const before = heard.length;
      await service.round();
      if (heard.length > before) at.push(seconds);
    }
    expect(at).toHaveLength(12);
    const pauses = at.slice(1).map((time, index) => time - at[index]!);
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(new Set(heard.map(({ body }) => (JSON.parse(body.toString()) as { id: string }).id)).size).toBe(1);
    expect(await db.get('SELECT state, why FROM message')).toEqual({ state: 'failed', why: 'http 503' });
    expect(await count('message_channel')).toBe(0);
  }, 60_000);

  it('sends again what a process that died had in hand', async () => {
    const id = await submission('approved');
    const dying = start({ kind: 'sms', accepts: () => true, send: () => Promise.reject(new Error('died')) });
    await subscribe(dying, id, sms);
    now += 20_000;
    await expect(dying.round()).rejects.toThrow('died');
    const service = start(smsSender({ url, secret: 's' }));
    expect(await service.round()).toBe(0);
    now += 3 * 60_000;
    expect(await service.round()).toBe(1);
  });

  it('ends with the unsubscribe token, and with a withdrawal', async () => {
    const service = start(smsSender({ url, secret: 's' }));
    const [one, two] = [await submission(), await submission()];
    await service.subscribe(one, sms);
    await service.subscribe(two, sms);
    const { token } = (await db.get<{ token: string }>(
      'SELECT token FROM message_channel WHERE submission_id = ?',
      [one]
    ))!;
    await service.unsubscribe(token);
    await service.unsubscribe('unknown');
    await judge(one, 'approved');
    await judge(two, 'withdrawn');
    now += 60_000;
    expect(await service.round()).toBe(0);
    expect(await count('message_channel')).toBe(0);
    await expect(
      service.subscribe(one, { kind: 'email', locale: 'en', address: 'a@example.org' })
    ).rejects.toMatchObject({ code: 'message.off' });
  });
});

describe('an address that may be anybody’s', () => {
  const textOf = ({ body }: Heard) => (JSON.parse(body.toString()) as { text: string }).text;

  it('hears nothing of the outcome before its owner has confirmed it', async () => {
    const service = start(smsSender({ url, secret: 's' }));
    const id = await submission('approved');
    await service.subscribe(id, sms);
    for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
      now += 600_000;
      await service.round();
    }
    expect(heard).toHaveLength(1);
    // The question names nobody: the address may be a stranger's.
    expect(textOf(heard[0]!)).not.toContain('林');
    const [, token] = /\/hear#([\w-]+)/.exec(textOf(heard[0]!))!;
    await expect(service.confirm('x'.repeat(32))).rejects.toMatchObject({ code: 'message.ended' });
    await service.confirm(token!);
    await service.confirm(token!);
    expect(await service.round()).toBe(1);
    expect(heard).toHaveLength(2);
    expect(textOf(heard[1]!)).toContain('林**');
    await expect(service.confirm(token!)).rejects.toMatchObject({ code: 'message.ended' });
  });

  it('is forgotten when nobody confirms it, and where it takes no messages', async () => {
    const service = start(smsSender({ url, secret: 's' }));
    await service.subscribe(await submission('approved'), sms);
    now += 8 * 86_400_000;
    await service.round();
    expect(await count('message_channel')).toBe(0);
    answer = () => ({ status: 410 });
    await service.subscribe(await submission(), { ...sms, number: '13800000001' });
    await service.round();
    expect(await count('message_channel')).toBe(0);
  });

  it('is asked only so often: one address of many submissions, and many addresses of one', async () => {
    const service = start(smsSender({ url, secret: 's' }));
    const refused = (work: Promise<unknown>) =>
      work.then(
        () => null,
        (error: { code: string }) => error.code
      );
    const answers: (string | null)[] = [];
    for (let i = 0; i < 10; i++) answers.push(await refused(service.subscribe(await submission(), sms)));
    expect(answers.filter((code) => code === null)).toHaveLength(5);
    const id = await submission();
    for (let i = 0; i < 10; i++)
      answers.push(await refused(service.subscribe(id, { ...sms, number: `1390000000${i}` })));
    expect(answers.slice(10).filter((code) => code === null)).toHaveLength(5);
    expect(new Set(answers)).toEqual(new Set([null, 'message.tooMany']));
    const mails = start(
      mailSender({ server: 'smtp://127.0.0.1:9', from: 'a@example.org', origin: 'http://localhost' })
    );
    const tagged: (string | null)[] = [];
    for (let i = 0; i < 8; i++) {
      const to = { kind: 'email', locale: 'en', address: `Some.One+${i}@example.org` } as const;
      tagged.push(await refused(mails.subscribe(await submission(), to)));
    }
    expect(tagged.filter((code) => code === null)).toHaveLength(5);
    await service.round();
    // The address that stands is asked; those that it took the place of are not.
    expect(heard).toHaveLength(6);
  });
});

describe('Web Push', () => {
  const keys = webpush.generateVAPIDKeys();
  const vapid = { subject: 'mailto:office@example.edu.cn', ...keys };
  const ua = createECDH('prime256v1');
  ua.generateKeys();
  const auth = randomBytes(16);
  const wish = (endpoint: string): Subscription => ({
    kind: 'push',
    locale: 'zh-CN',
    endpoint,
    p256dh: ua.getPublicKey('base64url'),
    auth: auth.toString('base64url')
  });

  /** A receiver by the letter of RFC 8291 and RFC 8188. */
  function decrypt(body: Buffer): string {
    const salt = body.subarray(0, 16);
    const senderKey = body.subarray(21, 21 + body[20]!);
    const content = body.subarray(21 + body[20]!);
    const hmac = (key: Uint8Array, ...parts: (Uint8Array | string)[]) =>
      parts.reduce((mac, part) => mac.update(part), createHmac('sha256', key)).digest();
    const shared = hmac(auth, ua.computeSecret(senderKey));
    const ikm = hmac(shared, 'WebPush: info\0', ua.getPublicKey(), senderKey, Uint8Array.of(1));
    const prk = hmac(salt, ikm);
    const key = hmac(prk, 'Content-Encoding: aes128gcm\0', Uint8Array.of(1)).subarray(0, 16);
    const nonce = hmac(prk, 'Content-Encoding: nonce\0', Uint8Array.of(1)).subarray(0, 12);
    const cipher = createDecipheriv('aes-128-gcm', key, nonce);
    cipher.setAuthTag(content.subarray(-16));
    const plain = Buffer.concat([cipher.update(content.subarray(0, -16)), cipher.final()]);
    return plain.subarray(0, plain.lastIndexOf(2)).toString();
  }

  it('encrypts for the browser alone, and signs as the server the browser subscribed with', async () => {
    const service = start(pushSender(vapid, [/^http:\/\/127\.0\.0\.1:/]));
    await service.subscribe(await submission('approved'), wish(`${url}/push/one`));
    now += 20_000;
    expect(await service.round()).toBe(1);
    const [{ body, headers }] = heard as [Heard];
    const payload = JSON.parse(decrypt(body)) as PushPayload;
    expect(payload).toMatchObject({ title: '审核通过', lang: 'zh-CN', path: '/status' });
    expect(payload.body).toContain('林**');
    expect(body.includes('林')).toBe(false);
    expect(headers['content-encoding']).toBe('aes128gcm');
    const [, jwt = '', k = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(headers.authorization ?? '') ?? [];
    expect(k).toBe(keys.publicKey);
    const [head, claims, signature] = jwt.split('.');
    const raw = Buffer.from(k, 'base64url');
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: raw.subarray(1, 33).toString('base64url'),
      y: raw.subarray(33).toString('base64url')
    };
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const signed = Buffer.from(`${head}.${claims}`);
    expect(
      verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature!, 'base64url'))
    ).toBe(true);
    expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toMatchObject({
      aud: url,
      sub: vapid.subject
    });
  });

  it('goes to the browsers’ push services only, and stops where a subscription is gone', async () => {
    const strict = start(pushSender(vapid));
    const id = await submission('approved');
    await expect(strict.subscribe(id, wish('http://169.254.169.254/latest'))).rejects.toMatchObject({
      code: 'message.address'
    });
    await strict.subscribe(id, wish('https://fcm.googleapis.com/fcm/send/x'));
    await db.run('DELETE FROM message_channel');
    const service = start(pushSender(vapid, [/^http:\/\/127\.0\.0\.1:/]));
    answer = () => ({ status: 410 });
    await service.subscribe(id, wish(`${url}/push/two`));
    now += 20_000;
    expect(await service.round()).toBe(0);
    expect(await db.get('SELECT state, why FROM message')).toEqual({ state: 'failed', why: 'gone' });
  });
});

it('sends an e-mail in the student’s language, with a way to end it', async () => {
  const mails: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString());
        done();
      });
    }
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const origin = 'https://photo.example.edu.cn';
  const service = start(
    mailSender({ server: `smtp://127.0.0.1:${port}`, from: 'office@example.edu.cn', origin })
  );
  const id = await submission('rejected');
  const to = { kind: 'email', locale: 'en', address: 'student@example.org' } as const;
  const token = await subscribe(service, id, to);
  now += 20_000;
  expect(await service.round()).toBe(1);
  await new Promise<void>((resolve) => smtp.close(resolve));
  const [mail = ''] = mails;
  expect(mail).toMatch(/^To: student@example\.org\r$/m);
  expect(mail).toMatch(/^Subject: Your photo needs another try\r$/m);
  expect(mail).toMatch(/^Message-ID: <[0-9a-f]{32}@photo\.example\.edu\.cn>\r$/im);
  expect(mail.replace(/\r\n[ \t]+/g, ' ')).toContain(`List-Unsubscribe: <${origin}/unsubscribe#${token}>`);
  expect(mail).not.toContain(Buffer.from('林晓明').toString('base64'));
  expect(mail).not.toContain('2022310001');
});

it('sends WeChat’s subscription message with a token it keeps until it is stale', async () => {
  let tokens = 0;
  const codes = [0, 40001, 0, 43101];
  answer = ({ url: path }) =>
    path === '/cgi-bin/stable_token'
      ? { status: 200, body: { access_token: `t${++tokens}`, expires_in: 7200 } }
      : { status: 200, body: { errcode: codes.shift() } };
  const settings = {
    appId: 'wx1',
    secret: 's',
    template: 'T1',
    origin: 'https://photo.example.edu.cn',
    api: url
  };
  const sender = weChatMessageSender(settings);
  const to = { kind: 'wechat', locale: 'zh-CN', openid: 'o'.repeat(28) } as const;
  const message = {
    key: 'k',
    template: 'approved',
    locale: 'zh-CN',
    title: '审核通过',
    name: '林**',
    body: '林**：毕业照片审核通过，采集完成。',
    token: 't'
  } as const;
  const kinds = [];
  for (let i = 0; i < 4; i++) kinds.push((await sender.send(to, message)).kind);
  expect(kinds).toEqual(['sent', 'later', 'sent', 'gone']);
  expect(tokens).toBe(2);
  expect(JSON.parse(heard[1]!.body.toString())).toMatchObject({
    touser: to.openid,
    template_id: 'T1',
    data: { phrase2: { value: '审核通过' }, name3: { value: '林**' } }
  });
});
