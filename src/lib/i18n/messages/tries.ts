import type { Messages } from '../message';

/** The instructions read aloud, and the photos still to be made today. */
export const tries = {
  'instructions.read': { 'zh-CN': '朗读说明', en: 'Read this aloud' },
  'instructions.readStop': { 'zh-CN': '停止朗读', en: 'Stop reading' },
  'instructions.permission': {
    'zh-CN': '接下来浏览器会询问能否使用摄像头，请选“允许”。画面只在这台设备上处理。',
    en: 'Your browser will ask for the camera next; please choose “Allow”. Its picture stays on this device.'
  },
  'check.triesLeft': {
    'zh-CN': '{hours} 小时内还可以制作 {count} 张照片。',
    en: 'Photos you may still make within {hours} hours: {count}.'
  },
  'check.noTriesLeft': {
    'zh-CN': '{hours} 小时内建议的制作次数已经用完，请先看看这张能不能用。',
    en: 'You have made the photos planned for {hours} hours; please see first whether this one will do.'
  }
} as const satisfies Messages;
