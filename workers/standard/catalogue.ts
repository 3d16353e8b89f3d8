import type { HeadWindow, PhotoStandard } from './standard';

const KB = 1024;

/** 教毕指[2017]99号, appendix, for 480 × 640. */
const headWindows99: readonly HeadWindow[] = [
  { of: 'crown', min: 50, max: 110, unit: 'px' },
  { of: 'eyeLine', min: 200, max: 300, unit: 'px' },
  { of: 'faceWidth', min: 180, max: 300, unit: 'px' }
];

/** The operating flow's limits for a local photo. */
const flowUpload = {
  types: ['jpeg'],
  width: { min: 480, max: 1350 },
  height: { min: 640, max: 1800 },
  bytes: { min: 50 * KB, max: 1024 * KB },
  aspect: { min: 0.74, max: 0.76 },
  background: 'light-blue'
} as const;

/** The photo standards that ship. The first is the default. */
export const standards: readonly PhotoStandard[] = [
  {
    id: 'chsi-99',
    name: { 'zh-CN': '学历证书电子注册图像（99号）', en: 'Registry photo (No. 99)' },
    issuer: '教育部学生服务与素质发展中心',
    source: '教毕指[2017]99号《高等教育学历证书电子注册图像采集规范及信息标准》',
    date: '2017-12-06',
    trust: 'B',
    width: 480,
    height: 640,
    density: 300,
    bytes: { min: 20 * KB, max: 40 * KB },
    minQuality: 60,
    windows: headWindows99,
    backgrounds: ['light-blue', 'white', 'light-grey'],
    mayReplaceBackground: true,
    glasses: 'asWorn',
    headwear: 'exempt',
    maxAgeMonths: 12,
    upload: flowUpload
  },
  {
    id: 'xinhua',
    name: { 'zh-CN': '新华社高校图像采集', en: 'Xinhua university photo' },
    issuer: '新华社',
    source: '新华社高校毕业生图像采集要求，高校转发通知',
    date: '2024',
    trust: 'C',
    width: 480,
    height: 640,
    density: 300,
    bytes: { min: 30 * KB, max: 60 * KB },
    minQuality: 60,
    windows: headWindows99,
    backgrounds: ['light-blue'],
    mayReplaceBackground: true,
    glasses: 'asWorn',
    headwear: 'exempt',
    upload: flowUpload
  },
  {
    id: 'xj-zikao',
    name: { 'zh-CN': '新疆自考毕业证书', en: 'Xinjiang self-taught examination' },
    issuer: '新疆维吾尔自治区教育考试院',
    source: '新疆自学考试毕业证书照片要求',
    date: '2024',
    trust: 'C',
    width: 480,
    height: 640,
    density: 300,
    bytes: { min: 20 * KB, max: 40 * KB },
    minQuality: 60,
    windows: headWindows99,
    backgrounds: ['white'],
    mayReplaceBackground: true,
    glasses: 'asWorn',
    headwear: 'none',
    upload: flowUpload
  }
];

/** The entry with this id, or undefined. */
export function findStandard(id: string): PhotoStandard | undefined {
  return standards.find((standard) => standard.id === id);
}
