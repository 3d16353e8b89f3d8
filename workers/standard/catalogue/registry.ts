import type { HeadWindow, PhotoStandard } from '../standard';
import { KB, unsaid } from './parts';

/** 教毕指[2017]99号, appendix, for 480 × 640. */
const headWindows99: readonly HeadWindow[] = [
  { of: 'crown', min: 50, max: 110, unit: 'px' },
  { of: 'eyeLine', min: 200, max: 300, unit: 'px' },
  { of: 'faceWidth', min: 180, max: 300, unit: 'px' }
];

/** 教毕指[2017]99号, the file. */
const file99 = {
  width: 480,
  height: 640,
  density: 300,
  bytes: { min: 20 * KB, max: 40 * KB },
  minQuality: 60,
  windows: headWindows99,
  mayReplaceBackground: true,
  glasses: 'asWorn',
  headwear: 'exempt'
} satisfies Partial<PhotoStandard>;

/** The operating flow's limits for a local photo. */
const flowUpload = {
  types: ['jpeg'],
  width: { min: 480, max: 1350 },
  height: { min: 640, max: 1800 },
  bytes: { min: 50 * KB, max: 1024 * KB },
  aspect: { min: 0.74, max: 0.76 },
  background: 'light-blue'
} satisfies PhotoStandard['upload'];

/** Photos that schools and the registry keep of their students. */
export const registry: readonly PhotoStandard[] = [
  {
    ...file99,
    id: 'chsi-99',
    name: {
      'zh-CN': '学历证书电子注册图像（99号）',
      en: 'Registry photo (No. 99)',
      'zh-TW': '學歷證書電子註冊照片（99 號）'
    },
    issuer: '教育部学生服务与素质发展中心',
    source:
      '教毕指[2017]99号《高等教育学历证书电子注册图像采集规范及信息标准》；转载：size.gaitubao.com/1546.html、pharmst.cn、jmdrkj.cn/227978、eol.cn（2025-08-10）',
    date: '2017-12-06',
    trust: 'B',
    note: 'The official text itself was not at hand; the repeats agree word for word. “Generally” 20–40 KB. Notices of 2025–26 still name it.',
    backgrounds: ['light-blue', 'white', 'light-grey'],
    maxAgeMonths: 12,
    upload: flowUpload
  },
  {
    ...file99,
    id: 'xinhua',
    name: {
      'zh-CN': '新华社高校图像采集',
      en: 'Xinhua university photo',
      'zh-TW': '新華社高校照片採集'
    },
    issuer: '新华社',
    source:
      '高校毕业生图像采集通知：alert24u.com/info/1451/3441、jwcsys.jlenu.edu.cn/info/1048/2991；文件大小：m.tftnews.com/news2960762、leexue.com',
    date: '2025',
    trust: 'C',
    note: 'Not below 30 KB (tftnews), 30–900 KB (leexue): both kept. Size and windows as in No. 99.',
    bytes: { min: 30 * KB, max: 900 * KB },
    backgrounds: ['light-blue'],
    upload: flowUpload
  },
  {
    ...file99,
    id: 'xj-zikao',
    name: {
      'zh-CN': '新疆自考毕业证书',
      en: 'Xinjiang self-taught examination',
      'zh-TW': '新疆自學考試畢業證書'
    },
    issuer: '新疆维吾尔自治区教育考试院',
    source:
      '《新疆高等教育自学考试毕业证书电子注册图像采集规范及信息标准》；转载：m.ssgshop.cn（zh20231219094024）、zhankao.com/zikao/xq/8164',
    date: '2023-12',
    trust: 'C',
    note: 'The text of January 2023 exempts head covers for religion, medicine and culture; that of December 2023 does not: the stricter holds.',
    backgrounds: ['white'],
    headwear: 'none',
    maxAgeMonths: 6,
    upload: flowUpload
  },
  {
    ...file99,
    id: 'gaokao',
    name: {
      'zh-CN': '普通高考报名',
      en: 'University entrance examination',
      'zh-TW': '大陸普通高考報名'
    },
    issuer: '教育部',
    source:
      '《普通高等学校招生图像采集规范及信息标准》；转载：gaokao.chazidian.com/show-124294（陕西 2020）、山东 2023、河南 2026、gskzp.cn/1158378',
    date: '2026',
    trust: 'B',
    note: 'As No. 99. Jiangxi takes white only, so white stands first.',
    backgrounds: ['white', 'light-blue', 'light-grey']
  },
  {
    ...unsaid,
    id: 'guet-newcomers',
    name: {
      'zh-CN': '桂林电子科技大学新生照片',
      en: 'Guilin University of Electronic Technology, newcomers',
      'zh-TW': '桂林電子科技大學新生照片'
    },
    issuer: '桂林电子科技大学',
    source: '2025年新生照片采集通知：guet.edu.cn/utsc/2025/1011/c5309a143226',
    date: '2025-10-11',
    trust: 'A',
    note: 'No windows and no density are given.',
    width: 480,
    height: 640,
    bytes: { min: 50 * KB, max: 100 * KB },
    backgrounds: ['white']
  },
  {
    ...unsaid,
    id: 'zju-degree-2009',
    name: {
      'zh-CN': '浙江大学继续教育学位照片（2009）',
      en: 'Zhejiang University, degree of continuing education (2009)',
      'zh-TW': '浙江大學繼續教育學位照片（2009）'
    },
    issuer: '浙江大学继续教育学院',
    source: '学位申请照片要求：ce.zju.edu.cn（2009）',
    date: '2009',
    trust: 'A',
    note: 'Blue without levels: the usual studio blue. No windows and no density are given.',
    width: 150,
    height: 210,
    bytes: { max: 10 * KB },
    backgrounds: ['blue']
  }
];
