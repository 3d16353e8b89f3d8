import type { Messages } from '../message';

export const shell = {
  'app.name': { 'zh-CN': '学照', en: 'Gradframe' },
  'app.tagline': { 'zh-CN': '毕业证书照片，自己拍', en: 'Take your own graduation photo' },
  'app.skip': { 'zh-CN': '跳到正文', en: 'Skip to content' },
  'app.language': { 'zh-CN': 'English', en: '中文' },
  'app.offline': {
    'zh-CN': '现在没有网络。可以继续拍照，联网后会自动提交。',
    en: 'You are offline. Go on as usual; your photo is sent when the network is back.'
  },
  'app.preparing': {
    'zh-CN': '正在准备离线使用：{loaded}/{total} MB',
    en: 'Getting ready to work offline: {loaded} of {total} MB'
  },
  'app.preparingTime': {
    'zh-CN': '正在准备离线使用：{loaded}/{total} MB，约剩 {seconds} 秒',
    en: 'Getting ready to work offline: {loaded} of {total} MB, about {seconds} s left'
  },
  'app.ready': { 'zh-CN': '已可离线使用', en: 'Ready to work offline' },
  'app.toolsMissing': {
    'zh-CN': '检查照片用的文件没有全部存在这台设备上，没有网络时无法检查照片。请连接网络后重试。',
    en: 'Not all that checks the photo is on this device; without a network it cannot be checked. Connect to a network and try again.'
  },
  'app.noRoom': {
    'zh-CN': '这台设备的存储空间快满了，请先清理一些空间再拍照。',
    en: 'This device is almost full. Please free some space before you take the photo.'
  },
  'app.notKept': {
    'zh-CN': '这个浏览器不能保存进度，请不要关闭或刷新页面。',
    en: 'This browser cannot keep your progress. Please do not close or reload the page.'
  },
  'app.shared': {
    'zh-CN': '收到了分享来的图片，到需要它的那一步会自动使用。',
    en: 'The picture you shared is here, and is used as soon as a step needs it.'
  },
  'app.loading': { 'zh-CN': '正在打开…', en: 'Opening…' },
  'app.back': { 'zh-CN': '返回', en: 'Back' },
  'app.retry': { 'zh-CN': '重试', en: 'Try again' },
  'app.cancel': { 'zh-CN': '取消', en: 'Cancel' },
  'app.progress': { 'zh-CN': '第 {step} 步，共 {count} 步', en: 'Step {step} of {count}' },
  'step.home': { 'zh-CN': '首页', en: 'Start' },
  'step.notice': { 'zh-CN': '告知与同意', en: 'Notice' },
  'step.register': { 'zh-CN': '采集码', en: 'Your code' },
  'step.confirm': { 'zh-CN': '核对信息', en: 'Your details' },
  'step.instructions': { 'zh-CN': '拍照说明', en: 'Before you start' },
  'step.capture': { 'zh-CN': '拍摄', en: 'Photo' },
  'step.check': { 'zh-CN': '质量检测', en: 'Check' },
  'step.submit': { 'zh-CN': '确认提交', en: 'Send' },
  'step.status': { 'zh-CN': '提交状态', en: 'Status' },
  'app.notFound': { 'zh-CN': '没有这个页面', en: 'There is no such page' },
  'app.failed': {
    'zh-CN': '页面出错了。已填写的内容都还在，请重新打开。',
    en: 'Something went wrong on this page. Nothing is lost; please open it again.'
  },
  'app.home': { 'zh-CN': '回到首页', en: 'Go to the start' }
} as const satisfies Messages;
