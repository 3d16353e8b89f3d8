import { expect, it } from 'vitest';
import { keyOf } from './keys';

const none = { code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

it.each([
  ['a letter', { key: 'a', code: 'KeyA' }, 'a'],
  ['a capital letter', { key: 'A', code: 'KeyA', shiftKey: true }, 'a'],
  ['kept by an input method', { key: 'Process', code: 'KeyR' }, 'r'],
  ['unknown under an input method', { key: 'Unidentified', code: 'KeyN' }, 'n'],
  ['a full-width letter', { key: 'ｕ', code: 'KeyU' }, 'u'],
  ['a question mark', { key: '?', code: 'Slash', shiftKey: true }, '?'],
  ['a Chinese question mark', { key: '？', code: 'Slash', shiftKey: true }, '?'],
  ['a question mark kept by an input method', { key: 'Process', code: 'Slash', shiftKey: true }, '?'],
  ['the letter where another keyboard has it', { key: 'a', code: 'KeyQ' }, 'a'],
  ['a letter of another script', { key: 'ф', code: 'KeyA' }, 'a'],
  ['a digit', { key: '1', code: 'Digit1' }, '1'],
  ['a full-width digit', { key: '３', code: 'Digit3' }, '3'],
  ['a digit kept by an input method', { key: 'Process', code: 'Numpad7' }, '7'],
  ['a space', { key: ' ', code: 'Space' }, ' '],
  ['an ideographic space', { key: '\u3000', code: 'Space' }, ' '],
  ['an arrow', { key: 'ArrowLeft', code: 'ArrowLeft' }, 'ArrowLeft'],
  ['enter kept by an input method', { key: 'Process', code: 'Enter' }, 'Enter'],
  ['a shortcut of the browser', { key: 'r', code: 'KeyR', ctrlKey: true }, null],
  ['a key of no letter', { key: 'F5', code: 'F5' }, null]
])('reads %s', (_, press, key) => expect(keyOf({ ...none, ...press })).toBe(key));
