/** What one laptop can do to a campus that shares its address: nothing. */
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { send, type Parcel } from '../scripts/faults/send';
import { manyPhotos } from '../scripts/faults/photos';
import { signIn } from '../scripts/faults/reviewers';
import { startServer } from '../scripts/lib/server.mjs';
import { csrfHeader } from '../src/lib/api/contracts/staff';
import { createStaff, password } from './staff';

const students = 100;
const atOnce = 10;
const victim = '2022990000';
const newKey = () => randomBytes(32).toString('base64url');

/** A body that is announced and never comes. */
async function stall(url: string): Promise<Socket> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    `PUT /api/v1/submissions/${randomUUID()} HTTP/1.1\r\nHost: localhost\r\nOrigin: ${url}\r\n` +
      `Authorization: Bearer ${newKey()}\r\nContent-Type: multipart/form-data; boundary=x\r\n` +
      'Content-Length: 100000\r\n\r\nx'
  );
  return socket;
}

const madeUp = (url: string) =>
  fetch(`${url}/api/v1/submissions/${randomUUID()}`, { headers: { authorization: `Bearer ${newKey()}` } });

const oneByte = (url: string) =>
  fetch(`${url}/api/v1/submissions/${randomUUID()}`, {
    method: 'PUT',
    headers: {
      origin: url,
      authorization: `Bearer ${newKey()}`,
      'content-type': 'multipart/form-data; boundary=x',
      'content-range': 'bytes 0-0/1179648'
    },
    body: 'x'
  });

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[all.length >> 1]!;

test('one laptop that does all it can keeps no student and no reviewer out', async () => {
  // So low that what it asks in vain uses up the address's share within the test.
  const server = await startServer({ env: { GRADFRAME_ADDRESS_LIMIT: '60' } });
  const { url } = server;
  const photoOf = await manyPhotos();
  let number = 0;
  const parcel = (studentNumber: string, key = newKey()): Parcel => ({
    id: randomUUID(),
    key,
    photo: photoOf(number++),
    studentNumber
  });
  const sockets: Socket[] = [];
  let over = false;
  /** Again and again until the students are through, so many times a second. */
  async function meanwhile(perSecond: number, work: () => Promise<unknown>): Promise<void> {
    for (; !over; await wait(1000 / perSecond)) await work();
  }
  try {
    await createStaff('liu', 'reviewer', { data: server.data });
    const session = (await signIn(url, { name: 'liu', password }))!;
    const half = parcel('2022990001');
    const begun = 16_384;
    expect((await send(url, half, null, { part: { from: 0, length: begun } }))?.body).toEqual({
      received: begun
    });

    const laptop = [
      Promise.all(Array.from({ length: 200 }, async () => sockets.push(await stall(url)))),
      meanwhile(10, () => madeUp(url)),
      Promise.all(Array.from({ length: 57 }, () => oneByte(url))),
      (async (key: string) => {
        for (let junk = 0; junk < 40; junk++) await send(url, parcel(victim, key), null);
      })(newKey())
    ];
    const took: number[] = [];
    const reviewer = meanwhile(4, async () => {
      const began = performance.now();
      const answer = await fetch(`${url}/api/v1/staff/queue`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: url,
          cookie: session.cookie,
          [csrfHeader]: session.csrf
        },
        body: JSON.stringify({ campaign: 'default', states: ['received'] })
      });
      await answer.arrayBuffer();
      took.push(performance.now() - began);
      expect(answer.status).toBe(200);
    });
    await expect.poll(() => sockets.length).toBe(200);
    await expect.poll(async () => (await madeUp(url)).status, { intervals: [20] }).toBe(429);

    const answers: (number | undefined)[] = [];
    let next = 0;
    const some = async () => {
      for (let student = next++; student < students; student = next++)
        answers.push((await send(url, parcel(String(2022990000 + student * 2)), null))?.status);
    };
    await Promise.all(Array.from({ length: atOnce }, some));
    // A photo that came half before goes on where it was.
    expect((await send(url, half, null, { part: { from: 0, length: 0 } }))?.body).toEqual({
      received: begun
    });
    over = true;
    await Promise.all([...laptop, reviewer]);
    expect(answers).toEqual(Array.from({ length: students }, () => 201));
    expect(median(took)).toBeLessThan(300);
  } finally {
    over = true;
    for (const socket of sockets) socket.destroy();
    await server.stop();
  }
});
