import type { Translation } from '../../../message';
import type { print as source } from '../../zh-CN/flow/print';

export const print: Translation<typeof source> = {
  'print.title': '列印照片',
  'print.lead': '把成品照片排在一張相紙上，在本機產生，不上傳。',
  'print.size': '照片尺寸',
  'print.paper': '相紙',
  'print.size.one': '1 吋',
  'print.size.two': '2 吋',
  'print.size.smallTwo': '小 2 吋',
  'print.size.own': '成品尺寸',
  'print.paper.five': '3.5 × 5 吋相紙',
  'print.paper.six': '4 × 6 吋相紙',
  'print.paper.a4': 'A4 紙',
  'print.millimetres': '{width} × {height} 公釐',
  'print.count': { other: '一張可以排 {count} 張照片' },
  'print.failed': '沒有做成，請再試一次。',
  'print.pdf': '儲存 PDF',
  'print.jpg': '儲存圖片（JPG）',
  'print.hint': '列印時選「實際大小」或「100%」，不要選「符合頁面」；沿灰線裁開。'
};
