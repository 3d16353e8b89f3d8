import type { Messages } from '../message';

/** Instructions, capture and check. */
export const capture = {
  'instructions.title': { 'zh-CN': '准备好了吗？', en: 'Are you ready?' },
  'instructions.wall': {
    'zh-CN': '站在白墙或浅色墙前，离墙约 1 米',
    en: 'Stand about 1 m before a white or light wall'
  },
  'instructions.light': {
    'zh-CN': '光线均匀，脸上和墙上没有阴影',
    en: 'Even light, no shadow on face or wall'
  },
  'instructions.hair': { 'zh-CN': '头发不遮眉毛、眼睛和耳朵', en: 'Hair clear of brows, eyes and ears' },
  'instructions.clothes': {
    'zh-CN': '穿有领上衣，颜色和墙不同',
    en: 'Wear a collar, in a colour unlike the wall'
  },
  'instructions.jewellery': {
    'zh-CN': '摘下耳环、项链和头饰；眼镜不反光、不有色',
    en: 'No earrings, necklace or hair ornaments; glasses clear and without glare'
  },
  'instructions.calm': {
    'zh-CN': '看镜头，肩放平，嘴自然闭合',
    en: 'Look at the lens, shoulders level, lips closed'
  },
  'instructions.stand': {
    'zh-CN': '请人帮忙或把手机立稳，头部和胸口都要入镜，不要伸手自拍。',
    en: 'Have someone help or stand the phone up; head and chest must be in the picture. No selfie at arm’s length.'
  },
  'instructions.noBeauty': { 'zh-CN': '关闭美颜和滤镜', en: 'Switch beauty filters off' },
  'instructions.picture.good': { 'zh-CN': '这样最好', en: 'Just right' },
  'instructions.picture.turned': { 'zh-CN': '头没有摆正', en: 'Head turned' },
  'instructions.picture.mouth': { 'zh-CN': '嘴巴张开', en: 'Mouth open' },
  'instructions.picture.hair': { 'zh-CN': '头发遮眉', en: 'Hair over the brows' },
  'instructions.picture.light': { 'zh-CN': '光从一侧来', en: 'Light from one side' },
  'instructions.picture.close': { 'zh-CN': '离得太近', en: 'Too close' },
  'instructions.picture.glare': { 'zh-CN': '眼镜反光', en: 'Glare on glasses' },
  'instructions.open': { 'zh-CN': '打开相机', en: 'Open the camera' },
  'instructions.upload': { 'zh-CN': '去上传照片', en: 'Go to the upload' },
  'instructions.uploadRules': {
    'zh-CN':
      '照片要求：JPG，宽 480～1350、高 640～1800 像素，50 KB～1 MB，3:4 最佳，浅蓝背景；不要翻拍、扫描或美颜。',
    en: 'The photo: JPG, 480–1350 × 640–1800 pixels, 50 KB–1 MB, best 3:4, light-blue background; not re-photographed, scanned or beautified.'
  },

  'capture.title': { 'zh-CN': '拍照', en: 'Take the photo' },
  'capture.upload': { 'zh-CN': '上传照片', en: 'Upload a photo' },
  'capture.shutter': { 'zh-CN': '拍照', en: 'Take the photo' },
  'capture.switch': { 'zh-CN': '切换镜头', en: 'Switch camera' },
  'capture.torch': { 'zh-CN': '补光灯', en: 'Torch' },
  'capture.exposure': { 'zh-CN': '画面亮度', en: 'Brightness' },
  'capture.photographed': { 'zh-CN': '拍好了，正在制作照片', en: 'Taken. Making your photo' },
  'capture.kept': {
    'zh-CN': '刚才的照片还在，可以再试一次。',
    en: 'The picture is still here; you can try again.'
  },
  'capture.speak': { 'zh-CN': '朗读提示', en: 'Speak the advice' },
  'capture.lights': { 'zh-CN': '查看各项检测', en: 'Show every rule' },
  'capture.starting': { 'zh-CN': '正在打开相机…', en: 'Opening the camera…' },
  'capture.loading': { 'zh-CN': '正在准备检测组件…', en: 'Preparing the checks…' },
  'capture.loadingBytes': {
    'zh-CN': '正在准备检测组件：{loaded} MB，共 {total} MB',
    en: 'Preparing the checks: {loaded} of {total} MB'
  },
  'capture.loadedBytes': {
    'zh-CN': '正在准备检测组件：{loaded} MB',
    en: 'Preparing the checks: {loaded} MB'
  },
  'capture.hold': { 'zh-CN': '很好，别动', en: 'Good, hold still' },
  'capture.look': { 'zh-CN': '请看镜头', en: 'Look at the lens' },
  'capture.chooseFile': { 'zh-CN': '选择一张照片', en: 'Choose a photo' },
  'capture.useCamera': { 'zh-CN': '改用相机拍照', en: 'Use the camera instead' },
  'capture.preview': { 'zh-CN': '相机画面', en: 'Camera picture' },
  'capture.stage.waiting': { 'zh-CN': '正在准备制作组件…', en: 'Preparing the tools…' },
  'capture.stage.decode': { 'zh-CN': '正在打开照片…', en: 'Opening the photo…' },
  'capture.stage.landmarks': { 'zh-CN': '正在找人脸…', en: 'Finding the face…' },
  'capture.stage.measure': { 'zh-CN': '正在检测质量…', en: 'Checking the quality…' },
  'capture.stage.matte': { 'zh-CN': '正在抠图…', en: 'Cutting out the background…' },
  'capture.stage.finish': { 'zh-CN': '正在换背景…', en: 'Changing the background…' },
  'capture.stage.encode': { 'zh-CN': '正在保存照片…', en: 'Saving the photo…' },
  'capture.stage.verify': { 'zh-CN': '正在复查成品…', en: 'Checking the finished photo…' },

  'check.titlePass': { 'zh-CN': '照片符合要求', en: 'The photo meets the standard' },
  'check.titleWarn': {
    'zh-CN': '照片可以用，有几点请留意',
    en: 'The photo will do; please look at a few points'
  },
  'check.titleFail': { 'zh-CN': '这张照片还不行', en: 'This photo will not pass yet' },
  'check.use': { 'zh-CN': '使用这张', en: 'Use this photo' },
  'check.retake': { 'zh-CN': '重新拍摄', en: 'Take it again' },
  'check.chooseAgain': { 'zh-CN': '重新选择', en: 'Choose another' },
  'check.compare': { 'zh-CN': '拖动对比原图', en: 'Drag to compare with the original' },
  'check.line.crown': { 'zh-CN': '头顶 {value} px', en: 'Crown {value} px' },
  'check.line.eyes': { 'zh-CN': '眼睛 {value} px', en: 'Eyes {value} px' },
  'check.line.chin': { 'zh-CN': '下巴 {value} px', en: 'Chin {value} px' },
  'check.line.width': { 'zh-CN': '脸宽 {value} px', en: 'Face {value} px' },
  'check.after': { 'zh-CN': '成品照片', en: 'Finished photo' },
  'check.before': { 'zh-CN': '原图', en: 'Original' },
  'check.lines': { 'zh-CN': '显示测量线', en: 'Show the measured lines' },
  'check.linesOff': { 'zh-CN': '隐藏测量线', en: 'Hide the measured lines' },
  'check.nothingFinished': {
    'zh-CN': '照片没有通过检测，所以没有制作成品。',
    en: 'The photo did not pass, so none was finished.'
  },
  'check.failed': { 'zh-CN': '要改的地方', en: 'To be mended' },
  'check.warned': { 'zh-CN': '请留意', en: 'Please note' },
  'check.passed': { 'zh-CN': '已通过', en: 'Passed' },
  'check.passedCount': { 'zh-CN': '已通过 {count} 项', en: '{count} rules passed' },
  'check.measured': { 'zh-CN': '测得', en: 'measured' },
  'check.allowed': { 'zh-CN': '要求', en: 'allowed' },
  'check.atLeast': { 'zh-CN': '不小于 {min}', en: 'at least {min}' },
  'check.atMost': { 'zh-CN': '不大于 {max}', en: 'at most {max}' },
  'check.between': { 'zh-CN': '{min} 到 {max}', en: '{min} to {max}' }
} as const satisfies Messages;
