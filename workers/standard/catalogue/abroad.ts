import type { HeadWindow, PhotoStandard } from '../standard';
import { KB, ownBackground, print35x45, undated, unsaid } from './parts';

const headInMm = (min: number, max: number): HeadWindow => ({ of: 'headHeight', min, max, unit: 'mm' });

/** US visas and the lottery. A kilobyte may be meant as 1000 bytes: the smaller is kept. */
const us = {
  ...unsaid,
  issuer: 'U.S. Department of State',
  date: undated,
  trust: 'A',
  bytes: { max: 240_000 },
  windows: [
    { of: 'headHeight', min: 0.5, max: 0.69, unit: 'share' },
    { of: 'eyeLineFromBottom', min: 0.56, max: 0.69, unit: 'share' }
  ],
  backgrounds: ['white'],
  mayReplaceBackground: false,
  glasses: 'forbidden'
} satisfies Partial<PhotoStandard>;

/** Photos of other countries and regions. Pixels of a print are those at 300 dpi. */
export const abroad: readonly PhotoStandard[] = [
  {
    ...unsaid,
    ...print35x45,
    ...ownBackground,
    id: 'icao-9303',
    name: { 'zh-CN': '国际民航组织护照照片', en: 'ICAO passport portrait', 'zh-TW': '國際民航組織護照照片' },
    issuer: 'ICAO',
    source: 'ICAO Doc 9303, portrait quality',
    date: undated,
    trust: 'A',
    note: 'No colour is on record: the background stays.',
    windows: [
      { of: 'headHeight', min: 0.7, max: 0.8, unit: 'share' },
      { of: 'eyeLineFromBottom', min: 0.5, max: 0.6, unit: 'share' },
      { of: 'eyeDistance', min: 90, unit: 'px' }
    ]
  },
  {
    ...us,
    id: 'us-visa',
    name: { 'zh-CN': '美国签证（DS-160）', en: 'US visa (DS-160)', 'zh-TW': '美國簽證（DS-160）' },
    source: 'Digital image requirements: travel.state.gov, ceventa',
    note: 'Compression at most 20:1. A replaced background is refused.',
    width: { min: 600, max: 1200 },
    height: { min: 600, max: 1200 },
    aspect: 1
  },
  {
    ...us,
    id: 'us-dv',
    name: {
      'zh-CN': '美国移民签证抽签（DV）',
      en: 'US Diversity Visa lottery',
      'zh-TW': '美國移民簽證抽籤（DV）'
    },
    source: 'Diversity Visa instructions: travel.state.gov',
    note: 'As the US visa, of exactly 600 × 600.',
    width: 600,
    height: 600
  },
  {
    ...unsaid,
    ...ownBackground,
    id: 'uk',
    name: { 'zh-CN': '英国护照', en: 'UK passport', 'zh-TW': '英國護照' },
    issuer: 'HM Passport Office',
    source: 'GOV.UK, photos for passports',
    date: undated,
    trust: 'B',
    note: 'Cream or light grey, unaltered. Head 29–34 mm is of the print of 35 × 45 mm, whose proportions are taken.',
    width: { min: 600 },
    height: { min: 750 },
    aspect: 35 / 45,
    print: { width: 35, height: 45 },
    bytes: { min: 50 * KB, max: 10_000_000 },
    windows: [headInMm(29, 34)],
    maxAgeMonths: 1
  },
  {
    ...unsaid,
    ...print35x45,
    ...ownBackground,
    id: 'schengen',
    name: { 'zh-CN': '申根签证', en: 'Schengen visa', 'zh-TW': '申根簽證' },
    issuer: 'European Commission',
    source: 'Schengen visa photo specifications, several consulates',
    date: undated,
    trust: 'B',
    note: 'No colour is on record: the background stays.',
    windows: [headInMm(32, 36)]
  },
  {
    ...unsaid,
    ...ownBackground,
    id: 'canada-trv',
    name: { 'zh-CN': '加拿大临时居民签证', en: 'Canada, temporary residents', 'zh-TW': '加拿大臨時居民簽證' },
    issuer: 'Immigration, Refugees and Citizenship Canada',
    source: 'Photograph specifications: talentsolutioncanada.com/photo-req, morson.ca',
    date: undated,
    trust: 'B',
    note: 'About 240 kB, not below 60 kB, at most 4 MB: kept between 60 and 240. Plain and light, no levels: the background stays.',
    width: { min: 420 },
    height: { min: 540 },
    aspect: 35 / 45,
    print: { width: 35, height: 45 },
    bytes: { min: 60 * KB, max: 240_000 },
    windows: [headInMm(31, 36)]
  },
  {
    ...unsaid,
    ...ownBackground,
    id: 'canada-passport',
    name: { 'zh-CN': '加拿大护照', en: 'Canada passport', 'zh-TW': '加拿大護照' },
    issuer: 'Immigration, Refugees and Citizenship Canada',
    source: 'Passport photo specifications, several guides',
    date: undated,
    trust: 'B',
    note: 'Plain and light, no levels, unaltered: the background stays.',
    width: 591,
    height: 827,
    density: 300,
    print: { width: 50, height: 70 },
    windows: [headInMm(31, 36)]
  },
  {
    ...unsaid,
    id: 'hong-kong',
    name: { 'zh-CN': '香港旅行证件', en: 'Hong Kong travel documents', 'zh-TW': '香港旅行證件' },
    issuer: '香港特別行政區入境事務處',
    source:
      'immd.gov.hk, photograph requirements, as repeated by 123passportphoto.com and passportphotosoftware.com',
    date: undated,
    trust: 'B',
    width: 472,
    height: 591,
    density: 300,
    print: { width: 40, height: 50 },
    bytes: { max: 600 * KB },
    windows: [headInMm(32, 36)],
    backgrounds: ['white']
  },
  {
    ...unsaid,
    ...ownBackground,
    id: 'japan-visa',
    name: { 'zh-CN': '日本签证', en: 'Japan visa', 'zh-TW': '日本簽證' },
    issuer: '外務省',
    source: 'mumbai.in.emb-japan.go.jp',
    date: undated,
    trust: 'A',
    note: '45 × 45 mm; no windows and no colour are on record: the background stays.',
    width: 531,
    height: 531,
    density: 300,
    print: { width: 45, height: 45 }
  },
  {
    ...unsaid,
    ...print35x45,
    ...ownBackground,
    id: 'japan-passport',
    name: { 'zh-CN': '日本护照', en: 'Japan passport', 'zh-TW': '日本護照' },
    issuer: '外務省',
    source: 'Passport photo specifications, several guides',
    date: undated,
    trust: 'B',
    note: 'Head 34 ± 2 mm, top 2–6 mm. No colour is on record: the background stays.',
    windows: [headInMm(32, 36), { of: 'crown', min: 2, max: 6, unit: 'mm' }]
  },
  {
    ...unsaid,
    ...print35x45,
    ...ownBackground,
    id: 'australia',
    name: { 'zh-CN': '澳大利亚护照', en: 'Australia passport', 'zh-TW': '澳洲護照' },
    issuer: 'Australian Passport Office',
    source: 'Passport photo guidelines, several guides; idify issue #11',
    date: undated,
    trust: 'B',
    note: 'A print of 35–40 × 45–50 mm: the smaller is made. A replaced background is refused.',
    windows: [headInMm(32, 36)]
  },
  {
    ...unsaid,
    ...print35x45,
    ...ownBackground,
    id: 'korea',
    name: { 'zh-CN': '韩国护照', en: 'Korea passport', 'zh-TW': '韓國護照' },
    issuer: '외교부',
    source: 'Passport photo specifications, several guides',
    date: undated,
    trust: 'B',
    note: '35 × 45 mm; no windows and no colour are on record: the background stays.'
  }
];
