import type { Texts } from '../../../message';

/** The debug log, for whoever helps a student. */
export const log = {
  'log.title': '技术记录（供客服排查问题）',
  'log.text': '记录这个页面的程序做了什么、用了多久、哪里出错。不含姓名、学号和照片，也不会自动发送。',
  'log.print': '同时显示在浏览器控制台',
  'log.lines': '共 {count} 条，最近的在最后',
  'log.copy': '复制技术记录',
  'log.copied': '已复制，可以粘贴发给客服。',
  'log.byHand': '浏览器不允许自动复制，请全选下面的文字后复制。',
  'log.clear': '清空',
  'log.id': '错误编号：{id}'
} satisfies Texts;
