import type { Messages } from '../message';

/** Notice, separate consent, its receipt, and the student's own data. */
export const consent = {
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
    'zh-CN': '采集单位审核后用于学籍注册，不会用于其他目的；注册工作结束后删除。',
    en: 'Your institution reviews the photo for registration and uses it for nothing else; it is deleted once registration is over.'
  },
  'notice.5': {
    'zh-CN': '你可以随时撤回同意、导出或删除你的数据。',
    en: 'You may withdraw your consent, export or delete your data at any time.'
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
    'zh-CN':
      '拒绝不影响你注册学历：可以到学校指定的采集点或照相馆，由工作人员拍摄。撤回同意不影响撤回之前已经完成的处理。',
    en: 'Declining does not affect your registration: the staff at your institution’s collection point or a photo studio can take the photo instead. Withdrawing does not undo what was done before.'
  },
  'notice.consentTitle': { 'zh-CN': '请分别确认', en: 'Please agree to each' },
  'consent.sensitive': {
    'zh-CN': '我同意处理我的敏感个人信息（姓名、学号、采集码），用于核对身份和学籍注册。',
    en: 'I agree to the handling of my sensitive personal data (name, student number, collection code) to match my record and register my diploma.'
  },
  'consent.face': {
    'zh-CN': '我同意在这台设备上处理我的人脸图像，并提交成品照片供人工审核。',
    en: 'I agree to the handling of my face image on this device, and to sending the finished photo for review.'
  },
  'notice.guardian': {
    'zh-CN': '未满 14 周岁：请由父母或其他监护人阅读并勾选。',
    en: 'Under 14: a parent or other guardian reads this and ticks the boxes.'
  },
  'notice.tickAll': {
    'zh-CN': '请先勾选上面两项；不同意也可以，见下方。',
    en: 'Please tick both boxes first; you may also decline below.'
  },
  'notice.agree': { 'zh-CN': '同意并继续', en: 'Agree and continue' },
  'notice.decline': { 'zh-CN': '不同意', en: 'I do not agree' },
  'notice.declined': {
    'zh-CN':
      '好的，没有保存任何信息。你可以到学校的采集点或指定照相馆拍摄，请向学院或学籍部门询问地点和时间。',
    en: 'That is fine; nothing was kept. You can have the photo taken at your institution’s collection point or an appointed studio. Ask your department or the registrar for place and time.'
  },

  'mine.title': { 'zh-CN': '我的同意和数据', en: 'My consent and data' },
  'mine.link': { 'zh-CN': '我的同意和数据', en: 'My consent and data' },
  'mine.receipt': { 'zh-CN': '同意回执', en: 'Receipt of consent' },
  'mine.none': {
    'zh-CN': '这台设备上没有你的同意记录，也没有数据。',
    en: 'This device holds no consent and no data of yours.'
  },
  'mine.version': { 'zh-CN': '告知版本', en: 'Version of the notice' },
  'mine.at': { 'zh-CN': '同意时间', en: 'Agreed on' },
  'mine.items': { 'zh-CN': '同意事项', en: 'Agreed to' },
  'mine.saveReceipt': { 'zh-CN': '保存回执', en: 'Save the receipt' },
  'mine.data': { 'zh-CN': '这台设备上的数据', en: 'Data on this device' },
  'mine.dataText': {
    'zh-CN': '导出的文件包含你填写的信息、检测数值和成品照片。',
    en: 'The exported file holds your details, the quality figures and the finished photo.'
  },
  'mine.export': { 'zh-CN': '导出我的数据', en: 'Export my data' },
  'mine.withdraw': { 'zh-CN': '撤回同意并删除', en: 'Withdraw consent and delete' },
  'mine.withdrawSure': {
    'zh-CN': '这台设备上的信息和照片会全部删除，不能恢复。确定吗？',
    en: 'Everything of yours on this device is deleted for good. Are you sure?'
  },
  'mine.withdrawSent': {
    'zh-CN': '照片已经提交过：它由采集单位保管。请先保存照片；删除后这台设备也不再能查询审核结果。',
    en: 'Your photo was handed in and is with your institution. Save it first; after this, this device can no longer ask for the outcome.'
  },
  'mine.withdrawWaiting': {
    'zh-CN': '等待发送的照片也会一起删除，不再提交。',
    en: 'The photo that waits to be sent is deleted too, and not sent any more.'
  },
  'mine.withdrawYes': { 'zh-CN': '撤回并删除', en: 'Withdraw and delete' },
  'mine.gone': {
    'zh-CN': '已撤回同意，数据已删除。',
    en: 'Your consent is withdrawn and your data is deleted.'
  }
} as const satisfies Messages;
