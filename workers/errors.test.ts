import { expect, it } from 'vitest';
import { CoreError, outcome, starting } from './errors';
import { traceOf } from './trace';

const fails = async (work: () => unknown, stage?: string) => {
  const answer = await outcome(work, () => stage);
  expect(answer.ok).toBe(false);
  return answer.ok ? undefined! : answer;
};

it('keeps the code of a typed error and names its stage and cause', async () => {
  const cause = new TypeError('refused');
  const answer = await fails(() => {
    throw new CoreError('file.corrupt', { cause });
  }, 'decode');
  expect(answer.code).toBe('file.corrupt');
  expect(answer.trace).toMatchObject({
    stage: 'decode',
    name: 'CoreError',
    cause: { name: 'TypeError', message: 'refused' }
  });
});

it('calls every other throw a bug of ours, with its place', async () => {
  const answer = await fails(() => (undefined as unknown as { width: number }).width, 'matte');
  expect(answer.code).toBe('core.bug');
  expect(answer.trace).toMatchObject({ stage: 'matte', name: 'TypeError' });
  expect(answer.trace!.stack).toMatch(/errors\.test\.ts:\d+/);
  for (const thrown of ['text', null, undefined, 7])
    expect(
      (
        await fails(() => {
          throw thrown;
        })
      ).code
    ).toBe('core.bug');
});

it('calls whatever keeps an engine from starting model.load', async () => {
  const garbage = new Uint8Array([1, 2, 3]);
  const answer = await fails(() => starting(() => WebAssembly.compile(garbage)));
  expect(answer.code).toBe('model.load');
  expect(answer.trace!.cause!.name).toBe('CompileError');
});

it('calls it model.memory where there was no memory to start in, by each engine’s own words', async () => {
  const words: [string, string][] = [
    ['RangeError', 'WebAssembly.Instance(): Out of memory: Cannot allocate Wasm memory for new instance'],
    ['RangeError', 'Array buffer allocation failed'],
    ['RangeError', 'Out of memory'],
    ['InternalError', 'allocation size overflow: out of memory'],
    ['RuntimeError', 'Aborted(OOM). Build with -sASSERTIONS for more info.'],
    ['TypeError', 'could not allocate memory']
  ];
  for (const [name, message] of words) {
    const error = Object.assign(new Error(message), { name });
    expect((await fails(() => starting(() => Promise.reject(error)))).code, message).toBe('model.memory');
  }
  // Room is no memory.
  const room = new Error('the meeting room');
  expect((await fails(() => starting(() => Promise.reject(room)))).code).toBe('model.load');
  // What is known already stays.
  const known = new CoreError('browser.unfit');
  expect((await fails(() => starting(() => Promise.reject(known)))).code).toBe('browser.unfit');
});

it('says nothing of a person: what parsers quote, names, numbers, addresses, hosts', () => {
  const spoken = (error: unknown) => JSON.stringify(traceOf(error));
  let parse: unknown;
  try {
    JSON.parse('张三 2021001234');
  } catch (error) {
    parse = error;
  }
  const wrapped = new Error('no student 张三 (2021001234, zhang.san@example.edu.cn)', { cause: parse });
  expect(spoken(wrapped)).not.toMatch(/张|2021001234|zhang|example/);
  expect(spoken(wrapped)).toContain('no student');
  const fetched = new Error('no https://photo.example.edu.cn/_app/a.wasm?token=abc#name');
  expect(spoken(fetched)).toContain('no /_app/a.wasm');
  expect(spoken(fetched)).not.toMatch(/token|name=|#name|edu/);
});

it('keeps the frames of every browser, without their messages', () => {
  const error = new Error('x');
  error.stack =
    'Error: secret\n    at async solve (https://a.cn/_app/w.js?v=1:2:3)\n    at Foo.#run (file:///w.js:4:5)';
  expect(traceOf(error).stack).toBe('at async solve (/_app/w.js:2:3)\nat Foo.#run (file:///w.js:4:5)');
  error.stack = 'solve@https://a.cn/_app/w.js:2:3\nsecret\n@https://a.cn/_app/w.js:4:5\n';
  expect(traceOf(error).stack).toBe('solve@/_app/w.js:2:3\n@/_app/w.js:4:5');
});

it('ends at a cause that is its own cause', () => {
  const error = new Error('x');
  error.cause = error;
  expect(JSON.stringify(traceOf(error)).match(/"cause"/g)).toHaveLength(4);
});
