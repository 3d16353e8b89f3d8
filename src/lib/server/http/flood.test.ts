import { expect, it } from 'vitest';
import { flood } from './flood';
import { turns } from './turns';

const campus = '203.0.113.7';
const start = () => flood({ address: 20, own: 5, device: 3 });
const code = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

it('holds one sender off without a word to the others of the address', () => {
  const limit = start();
  const of = (bearer: string, address = campus) => code(() => limit.own(address, bearer));
  expect(Array.from({ length: 7 }, () => of('a')).filter(Boolean)).toEqual([
    'request.tooMany',
    'request.tooMany'
  ]);
  expect(of('b')).toBeNull();
  expect(of('a', '203.0.113.8')).toBeNull();
  const device = (id: string) => code(() => limit.device(campus, id));
  expect(Array.from({ length: 4 }, () => device('d')).at(-1)).toBe('request.tooMany');
  expect(device('e')).toBeNull();
  expect(code(() => limit.device(campus, undefined))).toBeNull();
});

it('takes a good request from an address of which everything else fails, and tells the others nothing', async () => {
  const limit = start();
  for (let i = 0; i < 100; i++) {
    const turn = await limit.turn(campus);
    expect(turn.spent).toBe(i >= 20);
    turn.end(404);
  }
  const good = await limit.turn(campus);
  good.end(201);
  // What is no guess is charged to nobody.
  const other = '203.0.113.8';
  for (const status of [200, 402, 409, 429, 503])
    for (let i = 0; i < 30; i++) (await limit.turn(other)).end(status);
  expect((await limit.turn(other)).spent).toBe(false);
});

it('serves an address beyond its share a few at a time, in order, and refuses when too many wait', async () => {
  const limit = start();
  for (let i = 0; i < 200; i++) (await limit.turn(campus)).end(200);
  const order: number[] = [];
  const waiting = Array.from({ length: 202 }, (_, i) =>
    limit.turn(campus).then((turn) => {
      order.push(i);
      return turn;
    })
  );
  const [first] = await Promise.all(waiting.slice(0, 2));
  await expect(limit.turn(campus)).rejects.toMatchObject({ code: 'request.tooMany' });
  expect(order).toEqual([0, 1]);
  first!.end(200);
  await waiting[2];
  expect(order).toEqual([0, 1, 2]);
  (await limit.turn('203.0.113.8')).end(200);
});

it('counts what anybody may leave behind by network, and a site’s networks together', () => {
  const limit = start();
  const of = (address: string) => code(() => limit.anybody(address));
  for (let i = 0; i < 20; i++) expect(of('2001:db8:1:1::1')).toBeNull();
  expect(of('2001:db8:1:1::ffff')).toBe('request.tooMany');
  let taken = 0;
  for (let net = 2; net < 40; net++)
    for (let i = 0; i < 20; i++) if (of(`2001:db8:1:${net.toString(16)}::1`) === null) taken++;
  expect(taken).toBeLessThanOrEqual(200);
  expect(of('2001:db8:2:1::1')).toBeNull();
});

it('hands a place on to whoever waits longest, and forgets who is done', async () => {
  const lane = turns(1, 2);
  const one = await lane('a');
  const [two, three] = [lane('a'), lane('a')];
  await expect(lane('a')).rejects.toMatchObject({ code: 'request.tooMany' });
  (await lane('b'))();
  one();
  (await two)();
  (await three)();
  (await lane('a'))();
});
