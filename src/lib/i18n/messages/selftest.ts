import type { Messages } from '../message';

/** The self-test of the measures. */
export const selftest = {
  'selftest.title': { 'zh-CN': '检测自检', en: 'Self-test of the measures' },
  'selftest.text': {
    'zh-CN':
      '在这台设备上画出答案已知的人像，逐项改变一个条件，看测得的曲线是否在容许范围内。全部运行要几分钟，不用摄像头，也不上传任何内容。',
    en: 'Draws portraits whose answer is known on this device, changes one thing at a time and sees whether the measured curve stays within its tolerance. All of it takes some minutes, uses no camera and sends nothing.'
  },
  'selftest.all': { 'zh-CN': '全部运行', en: 'Run everything' },
  'selftest.run': { 'zh-CN': '运行：{title}', en: 'Run: {title}' },
  'selftest.running': { 'zh-CN': '正在画像并测量…', en: 'Drawing and measuring…' },
  'selftest.within': { 'zh-CN': '在容许范围内。', en: 'Within its tolerance.' },
  'selftest.faults': { 'zh-CN': '超出容许范围：', en: 'Outside its tolerance:' },
  'selftest.plot': {
    'zh-CN': '{title}：{name} 的测量曲线，绿色是真值和容许范围',
    en: '{title}: measured curve of {name}; green is the truth and its tolerance'
  },
  'selftest.clean': { 'zh-CN': '没有问题的人像', en: 'Sitters with nothing to object to' },
  'selftest.trouble': {
    'zh-CN': '自检中断了，请刷新页面再试。',
    en: 'The self-test was interrupted. Reload the page and try again.'
  }
} as const satisfies Messages;
