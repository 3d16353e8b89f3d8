import type { Texts } from '../../../message';

/** Sheets of the finished photo to be printed, on the status page. */
export const print = {
  'print.title': '打印照片',
  'print.lead': '把成品照片排在一张相纸上，在本机生成，不上传。',
  'print.size': '照片尺寸',
  'print.paper': '相纸',
  'print.size.one': '1 寸',
  'print.size.two': '2 寸',
  'print.size.smallTwo': '小 2 寸',
  'print.size.own': '成品尺寸',
  'print.paper.five': '5 寸相纸',
  'print.paper.six': '6 寸相纸',
  'print.paper.a4': 'A4 纸',
  'print.millimetres': '{width} × {height} 毫米',
  'print.count': { other: '一张可以排 {count} 张照片' },
  'print.failed': '没有做成，请再试一次。',
  'print.pdf': '保存 PDF',
  'print.jpg': '保存图片（JPG）',
  'print.hint': '打印时选择“实际大小”或“100%”，不要选“适合页面”；沿灰线裁开。'
} satisfies Texts;
