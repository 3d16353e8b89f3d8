import { expect, it, vi } from 'vitest';
import { DebugLog } from './debug-log';

it('keeps the latest lines, and counts also those it let go', () => {
  const log = new DebugLog();
  log.route = '/capture';
  for (let i = 0; i < 500; i++) log.add({ worker: 'photo', stage: 'matte', ms: i });
  expect(log.lines).toHaveLength(300);
  expect(log.lines.at(-1)).toMatchObject({ worker: 'photo', stage: 'matte', ms: 499, route: '/capture' });
  expect(log.counts.get('photo/matte')).toBe(500);
  const [counts, first] = log
    .text()
    .split('\n')
    .map((line) => JSON.parse(line) as object);
  expect(counts).toEqual({ 'photo/matte': 500 });
  expect(first).toMatchObject({ ms: 200 });
  log.clear();
  expect(log.text()).toBe('{}');
});

it('gives an unexpected error an id that can be read aloud, and its cause', () => {
  const log = new DebugLog();
  const id = log.error('page.unexpected', new Error('outer', { cause: new TypeError('inner') }));
  expect(id).toMatch(/^[2-9A-Z]{6}$/);
  expect(log.lines[0]).toMatchObject({
    id,
    code: 'page.unexpected',
    trace: { message: 'outer', cause: { name: 'TypeError', message: 'inner' } }
  });
});

it('prints only when switched on', () => {
  const printed = vi.spyOn(console, 'info').mockImplementation(() => undefined);
  const log = new DebugLog();
  log.warn('quiet', new Error());
  expect(printed).not.toHaveBeenCalled();
  // There is no storage here: the switch holds all the same.
  log.print(true);
  log.warn('loud', new Error());
  expect(printed).toHaveBeenCalledOnce();
  log.print(false);
  log.warn('quiet', new Error());
  expect(printed).toHaveBeenCalledOnce();
  printed.mockRestore();
});
