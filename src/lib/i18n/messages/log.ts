import type { Messages } from '../message';

/** The debug log, for whoever helps a student. */
export const log = {
  'log.title': { 'zh-CN': '技术记录（供客服排查问题）', en: 'Technical log (for support)' },
  'log.text': {
    'zh-CN': '记录这个页面的程序做了什么、用了多久、哪里出错。不含姓名、学号和照片，也不会自动发送。',
    en: 'What the code of this page did, how long it took, and what went wrong. It holds no name, number or picture, and is sent nowhere.'
  },
  'log.print': { 'zh-CN': '同时显示在浏览器控制台', en: 'Show it in the browser’s console too' },
  'log.lines': { 'zh-CN': '共 {count} 条，最近的在最后', en: '{count} lines, the latest last' },
  'log.copy': { 'zh-CN': '复制技术记录', en: 'Copy details for support' },
  'log.copied': { 'zh-CN': '已复制，可以粘贴发给客服。', en: 'Copied. Paste it into a message to support.' },
  'log.byHand': {
    'zh-CN': '浏览器不允许自动复制，请全选下面的文字后复制。',
    en: 'This browser does not let us copy. Select the text below and copy it.'
  },
  'log.clear': { 'zh-CN': '清空', en: 'Clear' },
  'log.id': { 'zh-CN': '错误编号：{id}', en: 'Error number: {id}' }
} as const satisfies Messages;
