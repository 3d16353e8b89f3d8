import { expect, it } from 'vitest';
import { faultOfLayout, layouts, pathIn, safeName, type LayoutValues } from './export-layout';

const values: LayoutValues = {
  institution: '10486',
  institutionName: '武汉大学',
  code: 'WHU2027',
  class: '软件1班',
  studentNumber: '2022310001',
  name: '林晓'
};

it('fills each layout that is offered', () => {
  expect(Object.values(layouts).map(faultOfLayout)).toEqual([null, null, null]);
  expect(pathIn(layouts.institution, values)).toBe('10486/2022310001.jpg');
  expect(pathIn(layouts.class, values)).toBe('10486/软件1班/2022310001.jpg');
  expect(pathIn(layouts.code, values)).toBe('WHU2027/2022310001.jpg');
  expect(pathIn(layouts.class, { ...values, class: '' })).toBe('10486/_/2022310001.jpg');
});

it.each([
  ['', 'length'],
  ['{studentNumber}'.repeat(20), 'length'],
  ['{number}.jpg', 'unknown'],
  ['{studentNumber}.png', 'ending'],
  ['{studentNumber}/{name}.jpg', 'number'],
  ['{name}.jpg', 'number'],
  ['a/b/c/d/e/{studentNumber}.jpg', 'folders'],
  ['/{studentNumber}.jpg', 'letters'],
  ['../{studentNumber}.jpg', 'letters'],
  ['a//{studentNumber}.jpg', 'letters'],
  ['C:\\{studentNumber}.jpg', 'letters'],
  ['con/{studentNumber}.jpg', 'letters'],
  ['x /{studentNumber}.jpg', 'letters'],
  ['照片/{class}-{studentNumber}_{name}.JPG', null]
])('judges the layout %s: %s', (layout, fault) => expect(faultOfLayout(layout)).toBe(fault));

it.each([
  ['CON', '_CON'],
  ['con.jpg', '_con.jpg'],
  ['Lpt1.tar.jpg', '_Lpt1.tar.jpg'],
  ['COM¹', '_COM¹'],
  ['console', 'console'],
  ['软件1班. ', '软件1班'],
  [' . ', '_'],
  ['..', '_'],
  ['.hidden', '_.hidden'],
  ['a/b\\c:d*e?f"g<h>i|j', 'a_b_c_d_e_f_g_h_i_j'],
  ['tab\tnew\nline\u0000', 'tab_new_line_'],
  ['e\u0301', '\u00e9'],
  ['\u202egpj.exe', 'gpj.exe'],
  ['', '_']
])('makes %j a name of any file system: %j', (name, safe) => {
  expect(safeName(name)).toBe(safe);
  expect(safeName(safe)).toBe(safe);
});

it('keeps names and paths short, never in the middle of a letter, and their ending', () => {
  const long = safeName(`${'𠮷'.repeat(300)}.jpg`);
  expect(long.length).toBeLessThanOrEqual(80);
  expect(long).toMatch(/^𠮷+\.jpg$/u);
  const path = pathIn('{class}/{class}/{class}/{class}/{studentNumber}.jpg', {
    ...values,
    class: '班'.repeat(128)
  });
  expect(path.length).toBeLessThanOrEqual(180);
  expect(path.endsWith('/2022310001.jpg')).toBe(true);
});
