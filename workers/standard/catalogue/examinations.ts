import type { PhotoStandard } from '../standard';
import { KB, undated, unsaid } from './parts';

/** A photo of one inch, from which a source says that larger ones are taken. */
const fromOneInch = {
  width: { min: 295 },
  height: { min: 413 },
  aspect: 295 / 413
} satisfies Partial<PhotoStandard>;
/** CET and NCRE. */
const fromNeea = {
  width: { min: 144 },
  height: { min: 192 },
  aspect: 0.75
} satisfies Partial<PhotoStandard>;

/** Photos of examinations in China. */
export const examinations: readonly PhotoStandard[] = [
  {
    ...unsaid,
    id: 'postgraduate',
    name: {
      'zh-CN': '研究生考试网上确认',
      en: 'Postgraduate entrance examination',
      'zh-TW': '研究生考試網上確認'
    },
    issuer: '全国硕士研究生招生考试各省报考点',
    source: '网上确认照片要求：yz.sdsobo.com、iverson3、qyxxpd',
    date: undated,
    trust: 'B',
    note: 'White, blue by unit. Head and shoulders about two thirds of the picture: no bounds, so no window. No make-up.',
    width: {},
    height: {},
    aspect: 0.75,
    bytes: { max: 10 * 1024 * KB },
    windows: [{ of: 'eyeLine', min: 0.3, max: 0.5, unit: 'share' }],
    backgrounds: ['white', 'blue'],
    glasses: 'forbidden',
    maxAgeMonths: 3,
    angles: { yaw: 10, pitch: 10, roll: 10 }
  },
  {
    ...unsaid,
    ...fromNeea,
    id: 'cet',
    name: { 'zh-CN': '大学英语四、六级', en: 'College English Test 4 and 6', 'zh-TW': '大學英語四、六級' },
    issuer: '教育部教育考试院',
    source: 'CET 报名照片要求，高校转发通知',
    date: undated,
    trust: 'B',
    note: 'Top 1/10, head 7/10, shoulders 1/5, sides 1/10: proportions without bounds, so no windows. Schools narrow the file to 30–40, 2–20 or 100–200 KB: by the campaign’s bytes.',
    bytes: { max: 200 * KB },
    backgrounds: ['white', 'light-blue']
  },
  {
    ...unsaid,
    ...fromNeea,
    id: 'ncre',
    name: {
      'zh-CN': '全国计算机等级考试',
      en: 'National Computer Rank Examination',
      'zh-TW': '全國計算機等級考試'
    },
    issuer: '教育部教育考试院',
    source:
      'NCRE 报名照片要求，高校转发通知；51igbt.cn（2024-02-06）、lookme-vision.com/kaoshi/ncre4/baoming/482344.html',
    date: '2024-02-06',
    trust: 'B',
    note: 'Proportions as CET, without bounds. Light blue, or white or light by another; one guide forbids a background put in by editing: the stricter holds.',
    bytes: { min: 20 * KB, max: 200 * KB },
    backgrounds: ['light-blue', 'white'],
    mayReplaceBackground: false
  },
  {
    ...unsaid,
    id: 'ntce',
    name: {
      'zh-CN': '中小学教师资格考试',
      en: 'Teacher’s certificate examination',
      'zh-TW': '中小學教師資格考試'
    },
    issuer: '教育部教育考试院',
    source: 'NTCE 网上报名照片要求，多家转载',
    date: undated,
    trust: 'B',
    note: '“About” 150 × 200.',
    width: 150,
    height: 200,
    bytes: { max: 200 * KB },
    backgrounds: ['white'],
    maxAgeMonths: 6
  },
  {
    ...unsaid,
    ...fromOneInch,
    id: 'civil-service',
    name: { 'zh-CN': '国家公务员考试', en: 'National civil service examination', 'zh-TW': '國家公務員考試' },
    issuer: '国家公务员局',
    source: '国考报名照片要求，多家指南',
    date: undated,
    trust: 'B',
    note: 'What the official tool is given; the tool makes the file. 30–100 KB by guides.',
    bytes: { min: 30 * KB, max: 100 * KB },
    backgrounds: ['blue', 'white']
  },
  {
    ...unsaid,
    id: 'cpta',
    name: {
      'zh-CN': '人事考试（专业技术资格）',
      en: 'Professional qualification examinations',
      'zh-TW': '人事考試（專業技術資格）'
    },
    issuer: '人力资源和社会保障部人事考试中心',
    source: '中国人事考试网报名照片要求，多家转载',
    date: undated,
    trust: 'B',
    note: 'More than 30 KB; the official tool makes the file.',
    width: 295,
    height: 413,
    bytes: { min: 30 * KB + 1 },
    backgrounds: ['white']
  },
  {
    ...unsaid,
    id: 'law',
    name: {
      'zh-CN': '国家统一法律职业资格考试',
      en: 'Legal profession examination',
      'zh-TW': '國家統一法律職業資格考試'
    },
    issuer: '司法部',
    source: '法考报名照片要求，多家转载',
    date: undated,
    trust: 'B',
    note: 'Head two thirds of the picture: no bounds, so no window. Red, blue and white without levels: the usual studio colours.',
    width: 413,
    height: 626,
    bytes: { min: 40 * KB, max: 100 * KB },
    backgrounds: ['white', 'blue', 'red'],
    maxAgeMonths: 3
  },
  {
    ...unsaid,
    ...fromOneInch,
    id: 'accounting',
    name: { 'zh-CN': '初级会计资格考试', en: 'Junior accountant examination', 'zh-TW': '初級會計資格考試' },
    issuer: '财政部会计财务评价中心',
    source: '初级会计报名照片要求，多家转载',
    date: undated,
    trust: 'B',
    note: 'More than 10 KB.',
    bytes: { min: 10 * KB + 1 },
    backgrounds: ['white']
  },
  {
    ...unsaid,
    ...fromOneInch,
    id: 'nurse',
    name: { 'zh-CN': '护士执业资格考试', en: 'Nurse examination', 'zh-TW': '護理師執業資格考試' },
    issuer: '国家卫生健康委人才交流服务中心',
    source:
      '护士执业资格考试报名照片要求：nadiyi.com/nurse/214242、med66.com li2107092698、static.chengju.com/news/64018.html',
    date: '2023-12-04',
    trust: 'B',
    note: 'Head two thirds of the picture: no bounds, so no window.',
    bytes: { min: 20 * KB, max: 45 * KB },
    backgrounds: ['white'],
    glasses: 'asWorn',
    maxAgeMonths: 6
  },
  {
    ...unsaid,
    id: 'jlpt-china',
    name: { 'zh-CN': '日语能力测试（中国考区）', en: 'JLPT in China', 'zh-TW': '日本語能力測驗（大陸考區）' },
    issuer: '教育部教育考试院',
    source: 'JLPT 报名照片要求，多家转载',
    date: undated,
    trust: 'B',
    width: 360,
    height: 480,
    bytes: { min: 20 * KB, max: 200 * KB },
    backgrounds: ['white'],
    maxAgeMonths: 6
  }
];
