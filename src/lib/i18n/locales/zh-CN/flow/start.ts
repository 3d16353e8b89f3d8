import type { Texts } from '../../../message';

/** Home and guide. */
export const start = {
  'home.title': '你想怎么拍？',
  'home.code': '用采集码采集',
  'home.codeHint': '扫描学信网的图像采集码，对着手机或电脑拍照',
  'home.upload': '上传已有照片',
  'home.uploadHint': '照相馆拍的证件照也可以',
  'home.guide': '采集码在哪里？',
  'home.promise': '拍照、裁剪、换背景都在这台设备上完成，只有成品照片会被提交。',
  'home.resume': '继续上次的采集',
  'home.restart': '清除并重新开始',
  'home.campaign': '用特征码进入',
  'home.campaignHint': '学校或活动发给你的一串字符',

  'guide.title': '怎样拿到图像采集码',
  'guide.web': '电脑：学信档案',
  'guide.web1': '搜索“学信档案”，登录学信网',
  'guide.web2': '打开“高等教育信息”里的“学籍”',
  'guide.web3': '点“查看图像采集码”',
  'guide.web4': '点码下方的“保存图片”，存到手机',
  'guide.wechat': '微信：学信网公众号',
  'guide.wechat1': '关注“学信网”，登录学信档案',
  'guide.wechat2': '进入“高等教育信息”的“学籍信息”',
  'guide.wechat3': '点“查看图像采集码”，保存图片',
  'guide.app': '学信网 App',
  'guide.app1': '步骤和公众号一样',
  'guide.tip': '请用“保存图片”，尽量不要截屏；截屏不清楚时我们会告诉你。',
  'guide.tipTitle': '请注意',
  'guide.dont1': '不要截屏，不要对着屏幕翻拍：码容易读不出来',
  'guide.dont2': '不要裁剪、压缩或在码上涂画',
  'guide.dont3': '不要用别人的码，也不要把码发给别人',
  'guide.right': '保存的原图',
  'guide.wrong': '裁掉一角的截屏',
  'guide.have': '我有采集码了'
} satisfies Texts;
