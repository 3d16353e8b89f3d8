import { expect, it, vi } from 'vitest';
import { OriginNotes } from './other-origin';

it('tells once of each address that is another, and never of what is none', () => {
  const tell = vi.fn();
  const notes = new OriginNotes(tell);
  const ours = 'https://photo.example.edu.cn';
  const seen = [
    'photo.example.edu.cn',
    ours,
    null,
    'http://10.0.0.7:3000',
    'http://10.0.0.7:3000',
    '10.0.0.7'
  ];
  for (const asked of [...seen, 'a b', 'javascript:alert(1)', `x${'y'.repeat(300)}`]) notes.note(ours, asked);
  expect(tell.mock.calls.map(([facts]) => facts)).toEqual([
    { expected: ours, asked: 'http://10.0.0.7:3000' },
    { expected: ours, asked: '10.0.0.7' }
  ]);
  for (let i = 0; i < 100; i++) notes.note(ours, `10.0.1.${i}`);
  expect(tell).toHaveBeenCalledTimes(5);
});
