import type { Messages } from '../message';

/** Home, guide and notice. */
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
  'guide.have': { 'zh-CN': '我有采集码了', en: 'I have my code' },

  'notice.title': { 'zh-CN': '你的照片和信息会怎样', en: 'What happens to your photo and data' },
  'notice.1': {
    'zh-CN': '用途只有一个：学历证书电子注册的毕业照片。',
    en: 'One purpose only: the photo of your diploma’s electronic registration.'
  },
  'notice.2': {
    'zh-CN': '人脸检测、裁剪、换背景全部在这台设备上完成，视频和原图不会上传。',
    en: 'Finding your face, cropping and changing the background happen on this device; video and originals never leave it.'
  },
  'notice.3': {
    'zh-CN': '你确认后，只提交成品照片、姓名、学号和质量数值。',
    en: 'After you confirm, only the finished photo, your name, student number and the quality figures are sent.'
  },
  'notice.4': {
    'zh-CN': '采集单位审核后用于学籍注册，不会用于其他目的。',
    en: 'Your institution reviews the photo for registration, and uses it for nothing else.'
  },
  'notice.5': {
    'zh-CN': '你可以随时撤回同意，并删除这台设备上的全部数据。',
    en: 'You may withdraw at any time and delete everything on this device.'
  },
  'notice.full': { 'zh-CN': '完整说明', en: 'The full text' },
  'notice.full1': {
    'zh-CN':
      '人脸信息和证件信息是敏感个人信息。按照《个人信息保护法》和《人脸识别技术应用安全管理办法》，处理它们需要你的单独同意。本产品不做身份识别，只测量照片是否符合“教毕指[2017]99号”规范：头部位置、姿态、光线、清晰度和背景。',
    en: 'Face and identity data are sensitive personal information. Under the Personal Information Protection Law and the measures on facial recognition, handling them needs your separate consent. This product identifies nobody; it measures whether the photo meets the standard No. 99: head position, pose, light, sharpness and background.'
  },
  'notice.full2': {
    'zh-CN':
      '检测用的关键点和测量值只在内存里，关闭页面即消失；随照片提交的只有每条规则的数值和结论。成品照片不含拍摄时间、地点等附加信息。提交的数据只保留到注册工作结束。',
    en: 'Landmarks and measures live in memory only and vanish with the page; the figures and verdict of each rule are sent along with the photo. The finished file holds no time, place or other metadata. What is sent is kept no longer than registration needs.'
  },
  'notice.full3': {
    'zh-CN': '不同意也没关系：可以到学校指定的采集点或照相馆，由工作人员拍摄。未满 14 周岁须由监护人同意。',
    en: 'If you do not agree, the staff at your institution’s collection point or a photo studio can take the photo instead. A guardian consents for those under 14.'
  },
  'notice.agree': { 'zh-CN': '同意并继续', en: 'Agree and continue' },
  'notice.decline': { 'zh-CN': '不同意', en: 'I do not agree' },
  'notice.declined': {
    'zh-CN':
      '好的，没有保存任何信息。你可以到学校的采集点或指定照相馆拍摄，请向学院或学籍部门询问地点和时间。',
    en: 'That is fine; nothing was kept. You can have the photo taken at your institution’s collection point or an appointed studio. Ask your department or the registrar for place and time.'
  }
} as const satisfies Messages;
