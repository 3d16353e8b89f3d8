import { expect, it } from 'vitest';
import { serverLog, requestId, withRequest } from './log';

const logged = () => {
  const lines: Record<string, unknown>[] = [];
  const log = serverLog({ write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  return { lines, log };
};

it('writes one JSON object a line, with time, level, event and facts', () => {
  const { lines, log } = logged();
  log.info('driver.off', { area: 'payment', wants: ['A', 'B'] });
  expect(lines).toEqual([
    {
      level: 'info',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      event: 'driver.off',
      area: 'payment',
      wants: ['A', 'B']
    }
  ]);
});

it('says of which request and route a line is, across awaits and beside other requests', async () => {
  const { lines, log } = logged();
  const ids = await Promise.all(
    ['/api/a', '/api/b'].map((route) =>
      withRequest(route, async (id) => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        log.info('request', { status: 200 });
        return [id, requestId()];
      })
    )
  );
  expect(ids[0]![0]).toBe(ids[0]![1]);
  expect(lines.map(({ request, route }) => [request, route])).toEqual([
    [ids[0]![0], '/api/a'],
    [ids[1]![0], '/api/b']
  ]);
  expect(requestId()).toBeUndefined();
});

it('keeps name, code, frames and causes of an error, and none of its words', () => {
  const { lines, log } = logged();
  const cause = Object.assign(new TypeError('key (2022310001) already exists\nat 林晓:1'), { code: '23505' });
  log.error('request.failed', new Error('林晓 is not there', { cause }), { status: 500 });
  log.error('request.failed', Object.assign(new Error(), { code: 'whatever somebody wrote' }));
  expect(lines[0]).toMatchObject({
    level: 'error',
    status: 500,
    error: { name: 'Error', cause: { name: 'TypeError', code: '23505' } }
  });
  expect((lines[0]!.error as { stack: string }).stack).toMatch(/log\.test\.ts:\d+/);
  expect(JSON.stringify(lines)).not.toMatch(/林晓|2022310001|exists|whatever/);
});

it('drops facts under names that belong to persons', () => {
  const { lines, log } = logged();
  log.warn('odd', undefined, { name: '林晓', studentNumber: '2022310001', url: '/x?y', kind: 'plain' });
  expect(Object.keys(lines[0]!).sort()).toEqual(['at', 'event', 'kind', 'level']);
});
