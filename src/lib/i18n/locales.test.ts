import { describe, expect, it } from 'vitest';
import { problemCodes } from '$lib/api/problems';
import { networkTroubles } from '$lib/api/request';
import { rejectionReasons } from '$lib/api/contracts/reasons';
import { sweeps } from '$lib/selftest/sweeps';
import { standards } from '$workers/standard/catalogue';
import { resolveStandard } from '$workers/standard/resolve';
import { boundOf } from '$workers/verdict/judge';
import { maxPixels, maxSide } from '$workers/image/sniff';
import { rules } from '$workers/verdict/rules';
import { measuredSitter } from '../../../workers/studio/measured';
import { loadTexts } from './load';
import { locales, sourceLocale } from './locales';
import type { Message, Texts } from './message';

const source = await loadTexts(sourceLocale, true);

const forms = (message: Message): string[] =>
  typeof message === 'string' ? [message] : Object.values(message);
const places = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();

/** Every key that the verdict table can ask for. */
function ruleKeys(): string[] {
  const plain = measuredSitter();
  const reasons = [
    'frame.tooClose',
    'frame.tooLow',
    'frame.tooFar',
    'frame.crownCut',
    'frame.shouldersCut',
    'frame.offCentre'
  ] as const;
  const messages = standards
    .map(({ id }) => resolveStandard({ standard: id }))
    .flatMap((standard) =>
      rules
        .filter((rule) => boundOf(rule, standard))
        .flatMap((rule) =>
          [-1000, 0, 1000].flatMap((value) =>
            [[], plain.faces].flatMap((faces) =>
              reasons.map((reason) => rule.message(value, { ...plain, faces, framing: { reason } }, standard))
            )
          )
        )
    );
  return [
    ...rules.map(({ measure }) => `rule.${measure.id}`),
    ...[...new Set(messages)].flatMap((key) => [`advice.${key}`, `fault.${key}`, `mend.${key}`])
  ];
}

describe.each(locales)('the texts in %s', (locale) => {
  let texts: Texts;
  const keys = () => Object.keys(texts);

  it('name the largest picture that is taken', async () => {
    const { 'error.image.tooLarge': text } = await loadTexts(locale, true);
    const numbers = String(text).match(/\d+/g)!.map(Number);
    expect(numbers).toContain(maxSide);
    // In millions, or in 万.
    expect(numbers.some((number) => number === maxPixels / 1e6 || number === maxPixels / 1e4)).toBe(true);
  });

  it('are there, none of them empty, with the places of the source', async () => {
    texts = await loadTexts(locale, true);
    expect(keys().sort()).toEqual(Object.keys(source).sort());
    for (const [key, message] of Object.entries(texts)) {
      expect(forms(message).length, key).toBeGreaterThan(0);
      for (const text of forms(message)) {
        expect(text.trim(), key).not.toBe('');
        expect(places(text), key).toEqual(places(forms(source[key]!)[0]!));
      }
    }
  });

  it('name each rule, with the three texts for each message it can give', () => {
    expect(keys()).toEqual(expect.arrayContaining(ruleKeys()));
  });

  it('have the reviewer’s and the student’s words for each reason of a rejection', () => {
    const wanted = rejectionReasons.flatMap((reason) => [`reason.${reason}`, `mend.${reason}`]);
    expect(keys()).toEqual(expect.arrayContaining(wanted));
  });

  it('name each refusal of the endpoint, each trouble of the network and each sweep of the self-test', () => {
    const codes = [...problemCodes, ...networkTroubles];
    expect(keys()).toEqual(expect.arrayContaining(codes.map((code) => `problem.${code}`)));
    expect(keys()).toEqual(expect.arrayContaining(sweeps.map(({ id }) => `selftest.sweep.${id}`)));
  });

  it('choose plural forms by `count`, with one for each category of the language', () => {
    const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(texts)) {
      if (typeof message === 'string') continue;
      expect(Object.keys(message).sort(), key).toEqual([...categories].sort());
      expect(places(forms(source[key]!)[0]!), key).toContain('{count}');
    }
  });
});

describe('the texts in zh-TW', () => {
  /** As they stand on the registry's site and in lists, where the student or the staff must recognise them. */
  const asWrittenThere = /查看图像采集码|图像采集码|保存图片|学信档案|学信网|学籍信息|学籍|学号|班级|特征码/g;
  /** Characters of the zh-CN texts that traditional script never writes so. */
  const simplifiedOnly =
    /[这个请选择张无识别动图没载颜为损坏开换缩边过脸摄压规检测组网络试写内还会对权学号确码读单数据线带缘纯编审经务结暂时费笔订种兑响应绑帐来录联门钥设备统认证创继续长链连浏览栏许头点传弹关闭们议软当从页镜画话复够条进稳变启输发横现吗间项电墙浅离约匀阴领环饰帮滤样摆侧宽蓝扫说询问处补灯刚质抠顶显隐调让维异错称与师论历册毕业视频删随导护办独产态键则绝馆员满监阅两见执记给额宝邮贴账误转场钟资达盘计状锁丢围运绿题断刘纹语么脑档众骤尽诉将户销睁齿挡残级车报标谁旧杂夸拨夹纸肤远双窝层倾]/;

  it('have no simplified character outside names that are written so where they are read', async () => {
    const texts = await loadTexts('zh-TW', true);
    for (const [key, message] of Object.entries(texts))
      for (const text of forms(message))
        expect(text.replace(asWrittenThere, ''), key).not.toMatch(simplifiedOnly);
  });
});
