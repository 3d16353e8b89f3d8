import { expect, it } from 'vitest';
import { texts } from '$lib/i18n/locales/zh-CN';
import { cardsFor, type Taking } from './instruction-cards';

const read = (taking: Taking) =>
  cardsFor(taking)
    .flatMap(({ title, lines }) => [title, ...lines])
    .map((key) => texts[key as keyof typeof texts] as string)
    .join(' ');

it('says nothing of a camera or a wall where a studio’s file is handed in', () => {
  expect(read('file')).not.toMatch(/手机|相机|自动拍照|站在/);
  expect(read('file')).toMatch(/原图/);
});

it('tells the helper what to do where one holds the phone', () => {
  expect(read('helper')).toMatch(/后置相机/);
  expect(read('helper')).not.toMatch(/立稳/);
  expect(read('phone')).not.toMatch(/自动拍照/);
  expect(read('alone')).toMatch(/立稳/);
});
