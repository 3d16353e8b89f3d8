import { expect, it } from 'vitest';
import { campaignSchema } from '$lib/api/contracts/campaign';
import { checkCampaign } from '$lib/api/contracts/campaign-check';
import * as v from 'valibot';
import { emptyForm, formOf, ownFrom, settingsOf } from './form';
import { findStandard } from '$workers/standard/catalogue';

const whole = v.parse(campaignSchema, {
  code: 'CARD-2027',
  name: { 'zh-CN': '校园卡', en: 'Card' },
  intro: { 'zh-CN': '新生' },
  institution: { code: '10000', name: '示例大学' },
  standard: {
    id: 'our-card',
    name: { 'zh-CN': '校园卡' },
    issuer: '示例大学',
    source: '管理办法',
    date: '2026-09',
    width: 390,
    height: 567,
    bytes: { min: 20 * 1024, max: 51_200 },
    windows: [
      { of: 'headHeight', min: 354, max: 402, unit: 'px' },
      { of: 'eyeLine', max: 0.5, unit: 'share' }
    ],
    backgrounds: ['white'],
    angles: { yaw: 5 },
    glasses: 'forbidden'
  },
  background: 'white',
  bytes: { max: 40_000 },
  ways: ['helper', 'phone'],
  fields: [{ id: 'class', label: { 'zh-CN': '班级' }, required: true }],
  opens: '2027-03-01T00:00:17.123Z',
  closes: '2027-05-31T16:00:00.000Z',
  retakeDays: 2,
  payment: { required: true, amountFen: 1550, when: 'beforeCapture' },
  contact: { phones: ['1', '2'], qq: ['3'], hours: { en: 'always' }, text: { en: 'ask' } },
  notice: { en: 'more' }
});

it('a campaign goes through its form unchanged', () => {
  const settings = settingsOf(formOf(whole), whole);
  expect(checkCampaign(settings)).toEqual({ campaign: whole, faults: [] });
});

it('an empty form says what is missing, by its fields', () => {
  const { faults } = checkCampaign(settingsOf(emptyForm()));
  expect(faults.map(({ path, kind }) => `${path} ${kind}`).sort()).toEqual([
    'code missing',
    'institution missing',
    'name missing'
  ]);
});

it('a standard of the unit’s own begins as one of the catalogue', () => {
  const form = { ...formOf(whole), background: '', bytes: { min: null, max: null } };
  const standard = ownFrom(findStandard('exit-entry')!);
  const { campaign, faults } = checkCampaign(settingsOf({ ...form, standard }));
  expect(faults).toEqual([]);
  expect(campaign?.standard).toMatchObject({ id: 'our-standard', width: 390, height: 567 });
});

it('names what is wrong inside a standard of its own', () => {
  const form = formOf(whole);
  const standard = ownFrom(findStandard('exit-entry')!);
  standard.windows = [
    { of: 'crown', min: 40, max: 20, unit: 'px' },
    { of: 'headHeight', min: null, max: null, unit: 'px' },
    { of: 'faceWidth', min: 10, max: 20, unit: 'mm' }
  ];
  const { faults } = checkCampaign(settingsOf({ ...form, background: '', standard }));
  expect(faults.map(({ path, kind }) => `${path} ${kind}`)).toEqual([
    'standard.windows.0 order',
    'standard.windows.1 bounds',
    'standard.windows.2 print'
  ]);
  standard.windows = [];
  standard.issuer = '';
  const missing = checkCampaign(settingsOf({ ...form, standard }));
  expect(missing.faults).toMatchObject([{ path: 'standard.issuer', kind: 'missing' }]);
});
