import type { PhotoStandard } from './standard';

const KB = 1024;

/** Windows every entry below shares: 教毕指[2017]99号, appendix, for 480 × 640. */
const headWindows99 = {
  crown: { min: 50, max: 110 },
  eyeLine: { min: 200, max: 300 },
  faceWidth: { min: 180, max: 300 }
};

/** The photo standards that ship. The first is the default. */
export const standards: readonly PhotoStandard[] = [
  {
    id: 'chsi-99',
    name: { 'zh-CN': '学历证书电子注册图像（99号）', en: 'Registry photo (No. 99)' },
    source: '教毕指[2017]99号《高等教育学历证书电子注册图像采集规范及信息标准》',
    date: '2017-12',
    width: 480,
    height: 640,
    density: 300,
    bytes: { min: 20 * KB, max: 40 * KB },
    minQuality: 60,
    ...headWindows99,
    backgrounds: ['light-blue', 'white', 'light-grey']
  },
  {
    id: 'xinhua',
    name: { 'zh-CN': '新华社高校图像采集', en: 'Xinhua university photo' },
    source: '新华社高校毕业生图像采集要求，高校转发通知',
    date: '2024',
    width: 480,
    height: 640,
    density: 300,
    bytes: { min: 30 * KB, max: 60 * KB },
    minQuality: 60,
    ...headWindows99,
    backgrounds: ['light-blue']
  },
  {
    id: 'xj-zikao',
    name: { 'zh-CN': '新疆自考毕业证书', en: 'Xinjiang self-taught examination' },
    source: '新疆自学考试毕业证书照片要求',
    date: '2024',
    width: 480,
    height: 640,
    density: 300,
    bytes: { min: 20 * KB, max: 40 * KB },
    minQuality: 60,
    ...headWindows99,
    backgrounds: ['white']
  }
];

export const defaultStandard = standards[0]!;

/** The entry with this id, or undefined. */
export function findStandard(id: string): PhotoStandard | undefined {
  return standards.find((standard) => standard.id === id);
}
