import type { Messages } from '../message';

/** Home and guide. */
export const start = {
  'home.title': { 'zh-CN': '你想怎么拍？', en: 'How do you want to take your photo?' },
  'home.code': { 'zh-CN': '用采集码采集', en: 'Use my collection code' },
  'home.codeHint': {
    'zh-CN': '扫描学信网的图像采集码，对着手机或电脑拍照',
    en: 'Scan the image-collection code, then take the photo here'
  },
  'home.upload': { 'zh-CN': '上传已有照片', en: 'Upload a photo I have' },
  'home.uploadHint': { 'zh-CN': '照相馆拍的证件照也可以', en: 'One from a photo studio will do' },
  'home.guide': { 'zh-CN': '采集码在哪里？', en: 'Where do I find my code?' },
  'home.promise': {
    'zh-CN': '拍照、裁剪、换背景都在这台设备上完成，只有成品照片会被提交。',
    en: 'Everything happens on this device. Only the finished photo is sent.'
  },
  'home.resume': { 'zh-CN': '继续上次的采集', en: 'Continue where I stopped' },
  'home.restart': { 'zh-CN': '清除并重新开始', en: 'Delete it and start again' },

  'guide.title': { 'zh-CN': '怎样拿到图像采集码', en: 'How to get your collection code' },
  'guide.web': { 'zh-CN': '电脑：学信档案', en: 'On a computer: the CHSI archive' },
  'guide.web1': { 'zh-CN': '搜索“学信档案”，登录学信网', en: 'Search for 学信档案 and sign in to CHSI' },
  'guide.web2': { 'zh-CN': '打开“高等教育信息”里的“学籍”', en: 'Open 高等教育信息, then 学籍' },
  'guide.web3': { 'zh-CN': '点“查看图像采集码”', en: 'Choose 查看图像采集码' },
  'guide.web4': {
    'zh-CN': '点码下方的“保存图片”，存到手机',
    en: 'Choose 保存图片 below the code and keep it on your phone'
  },
  'guide.wechat': { 'zh-CN': '微信：学信网公众号', en: 'In WeChat: the CHSI account' },
  'guide.wechat1': { 'zh-CN': '关注“学信网”，登录学信档案', en: 'Follow 学信网 and sign in to the archive' },
  'guide.wechat2': { 'zh-CN': '进入“高等教育信息”的“学籍信息”', en: 'Open 高等教育信息, then 学籍信息' },
  'guide.wechat3': {
    'zh-CN': '点“查看图像采集码”，保存图片',
    en: 'Choose 查看图像采集码 and save the picture'
  },
  'guide.app': { 'zh-CN': '学信网 App', en: 'The CHSI app' },
  'guide.app1': { 'zh-CN': '步骤和公众号一样', en: 'The steps are the same as in WeChat' },
  'guide.tip': {
    'zh-CN': '请用“保存图片”，尽量不要截屏；截屏不清楚时我们会告诉你。',
    en: 'Save the picture rather than a screenshot; we tell you when it is not clear enough.'
  },
  'guide.tipTitle': { 'zh-CN': '请注意', en: 'Please mind' },
  'guide.dont1': {
    'zh-CN': '不要截屏，不要对着屏幕翻拍：码容易读不出来',
    en: 'No screenshot, no photo of a screen: such codes often cannot be read'
  },
  'guide.dont2': {
    'zh-CN': '不要裁剪、压缩或在码上涂画',
    en: 'Do not crop, shrink or draw on the picture'
  },
  'guide.dont3': {
    'zh-CN': '不要用别人的码，也不要把码发给别人',
    en: 'Never use someone else’s code, nor pass yours on'
  },
  'guide.right': { 'zh-CN': '保存的原图', en: 'The saved picture' },
  'guide.wrong': { 'zh-CN': '裁掉一角的截屏', en: 'A screenshot with a corner cut off' },
  'guide.have': { 'zh-CN': '我有采集码了', en: 'I have my code' }
} as const satisfies Messages;
