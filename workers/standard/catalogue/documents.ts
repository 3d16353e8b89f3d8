import type { PhotoStandard } from '../standard';
import { KB, undated, unsaid } from './parts';

/** Identity documents of China. */
export const documents: readonly PhotoStandard[] = [
  {
    ...unsaid,
    id: 'id-card',
    name: { 'zh-CN': '居民身份证', en: 'Resident identity card', 'zh-TW': '居民身分證（大陸）' },
    issuer: '公安部',
    source: 'GA 461-2004《居民身份证制证用数字相片技术要求》，多家转载',
    date: '2004',
    trust: 'B',
    note: 'Crown is the line of the hair on top; taller hair may be cut off.',
    width: 358,
    height: 441,
    density: 350,
    bytes: { min: 14 * KB, max: 20 * KB },
    minQuality: 70,
    windows: [
      { of: 'crown', min: 7, max: 21, unit: 'px' },
      { of: 'faceWidth', min: 193, max: 221, unit: 'px' },
      { of: 'eyeLineFromBottom', min: 207, unit: 'px' }
    ],
    backgrounds: ['white']
  },
  {
    ...unsaid,
    id: 'social-security-card',
    name: { 'zh-CN': '社会保障卡', en: 'Social security card', 'zh-TW': '社會保障卡（大陸）' },
    issuer: '人力资源和社会保障部',
    source: '社会保障卡照片要求：rsc.sdws.edu.cn（2019）',
    date: '2019',
    trust: 'A',
    note: 'Middle of the eyes 162–196 px from the side: held by the rule that centres every face.',
    width: 358,
    height: 441,
    density: 350,
    bytes: { min: 14 * KB, max: 40 * KB },
    minQuality: 70,
    windows: [
      { of: 'crown', min: 7, max: 21, unit: 'px' },
      { of: 'faceWidth', min: 179, max: 255, unit: 'px' },
      { of: 'eyeLineFromBottom', min: 207, unit: 'px' }
    ],
    backgrounds: ['white']
  },
  {
    ...unsaid,
    id: 'exit-entry',
    name: { 'zh-CN': '出入境证件', en: 'Exit and entry documents', 'zh-TW': '出入境證件（大陸）' },
    issuer: '国家移民管理局',
    source: '出入境证件相片照相指引（旧版）：m.110ask.com、xinshiwenhua',
    date: undated,
    trust: 'B',
    note: 'Eyes 152–246 px: from the top, since nothing else agrees with crown and head.',
    width: 390,
    height: 567,
    density: 300,
    bytes: { min: 40 * KB, max: 50 * KB },
    minQuality: 85,
    windows: [
      { of: 'crown', min: 25, max: 45, unit: 'px' },
      { of: 'eyeLine', min: 152, max: 246, unit: 'px' },
      { of: 'headHeight', min: 354, max: 402, unit: 'px' },
      { of: 'faceWidth', min: 189, max: 283, unit: 'px' },
      { of: 'eyeDistance', min: 82, max: 118, unit: 'px' }
    ],
    backgrounds: ['white', 'blue']
  },
  {
    ...unsaid,
    id: 'exit-entry-new',
    name: {
      'zh-CN': '出入境证件（新指引）',
      en: 'Exit and entry documents (newer guide)',
      'zh-TW': '出入境證件（大陸，新指引）'
    },
    issuer: '国家移民管理局',
    source: '出入境证件数字相片指引：shbk.net/276856、renrendoc',
    date: undated,
    trust: 'B',
    note: 'Grey of luminance 198 or more; light blue of hue 135, saturation 240, luminance 167 or more (of 240), which No. 99’s light blue is.',
    width: { min: 354, max: 480 },
    height: { min: 472, max: 640 },
    aspect: 0.75,
    density: { min: 300, max: 600 },
    bytes: { min: 20 * KB, max: 80 * KB },
    windows: [{ of: 'eyeDistance', min: 0.23, max: 0.33, unit: 'share' }],
    backgrounds: ['white', 'light-grey', 'light-blue'],
    maxAgeMonths: 6
  },
  {
    ...unsaid,
    id: 'driving-licence',
    name: { 'zh-CN': '机动车驾驶证', en: 'Driving licence', 'zh-TW': '機動車駕駛證（大陸）' },
    issuer: '公安部',
    source: 'GA 482《中华人民共和国机动车驾驶证件》；转载：wenxiaoda、m.w09.net',
    date: undated,
    trust: 'B',
    note: 'Head width 165–189 px is measured over hair and ears, wider than from ear root to ear root: left out, the head’s length sizes it.',
    width: 260,
    height: 378,
    density: 300,
    bytes: { min: 14 * KB, max: 30 * KB },
    minQuality: 70,
    windows: [
      { of: 'crown', min: 10, max: 20, unit: 'px' },
      { of: 'headHeight', min: 224, max: 260, unit: 'px' }
    ],
    backgrounds: ['white'],
    glasses: 'asWorn',
    maxAgeMonths: 6
  },
  {
    ...unsaid,
    id: 'china-visa',
    name: { 'zh-CN': '中国签证（COVA）', en: 'Visa for China (COVA)', 'zh-TW': '中國大陸簽證（COVA）' },
    issuer: '外交部领事司',
    source: 'COVA 在线填表照片要求：bbs.sgcn.org、texastower',
    date: undated,
    trust: 'B',
    note: 'The print of 33 × 48 mm is narrower than the file of 3:4; its lengths are taken by its width. Head width 15–22 mm is held as the face’s.',
    width: { min: 354, max: 420 },
    height: { min: 472, max: 560 },
    aspect: 0.75,
    print: { width: 33, height: 48 },
    bytes: { min: 40 * KB, max: 120 * KB },
    windows: [
      { of: 'crown', min: 3, max: 5, unit: 'mm' },
      { of: 'headHeight', min: 28, max: 33, unit: 'mm' },
      { of: 'faceWidth', min: 15, max: 22, unit: 'mm' },
      { of: 'chinFromBottom', min: 7, unit: 'mm' }
    ],
    backgrounds: ['white']
  }
];
