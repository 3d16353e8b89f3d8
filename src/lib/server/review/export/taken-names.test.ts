import { expect, it } from 'vitest';
import { TakenNames } from './taken-names';

it('tells names apart that Windows does not', () => {
  const names = new TakenNames();
  expect(names.take('10000/a1.jpg', 'a1')).toBe('10000/a1.jpg');
  const other = names.take('10000/A1.jpg', 'A1');
  expect(other).toMatch(/^10000\/A1~[0-9a-f]{6}\.jpg$/);
  // The same in the next export.
  const again = new TakenNames();
  again.take('10000/a1.jpg', 'a1');
  expect(again.take('10000/A1.jpg', 'A1')).toBe(other);
  expect(names.take('\u00e9/1.jpg', '1')).toBe('\u00e9/1.jpg');
  expect(names.take('e\u0301/1.jpg', '2')).not.toBe('e\u0301/1.jpg');
});

it('never lays a file where a folder is, nor a folder where a file is', () => {
  const names = new TakenNames();
  names.take('10000.csv', '');
  const inside = names.take('10000.CSV/1.jpg', '1');
  expect(inside.toLowerCase().startsWith('10000.csv/')).toBe(false);
  names.take('b/1.jpg', '1');
  expect(names.take('B', '2')).not.toBe('B');
});
