import type { Texts } from '../../../message';

/** Rules about an uploaded file. */
export const file = {
  'rule.file.jpeg': '文件格式',
  'advice.file.notJpeg': '请用 JPG 照片',
  'mend.file.notJpeg': '上传要求 JPG 格式。成品会存为 JPG，最好上传相机拍的 JPG 原图。',
  'fault.file.notJpeg': '不是 JPG 文件',

  'rule.file.width': '照片宽度',
  'rule.file.height': '照片高度',
  'advice.file.fewPixels': '照片像素太小',
  'mend.file.fewPixels': '不到 {min}，放大后不清晰。请上传原图，不要用截图或聊天里压缩过的图。',
  'fault.file.fewPixels': '像素太少',
  'advice.file.manyPixels': '照片像素偏大',
  'mend.file.manyPixels': '超过 {max}，成品会自动缩小到规定尺寸。',
  'fault.file.manyPixels': '像素偏多',

  'rule.file.bytes': '文件大小',
  'advice.file.fewBytes': '照片压缩过度',
  'mend.file.fewBytes': '文件小于 {min}，可能压缩过度。请上传原图。',
  'fault.file.fewBytes': '压缩过度',
  'advice.file.manyBytes': '文件偏大',
  'mend.file.manyBytes': '文件大于 {max}，成品会自动压缩到规定大小。',
  'fault.file.manyBytes': '文件偏大',

  'rule.file.proportion': '宽高比例',
  'advice.file.proportion': '换一张比例合适的',
  'mend.file.proportion': '照片不是 {ratio}，会自动裁剪。请看清裁剪后头部和肩膀是否完整。',
  'fault.file.proportion': '宽高比例不合适',

  'rule.picture.rephotographed': '不是翻拍',
  'rule.picture.border': '四周没有相纸或屏幕的边',
  'advice.picture.rephotographed': '请上传原图',
  'mend.picture.rephotographed': '好像是翻拍的屏幕或打印照片。请上传原图或重新拍摄。',
  'fault.picture.rephotographed': '像是翻拍的',

  'rule.picture.beautified': '没有美颜',
  'advice.picture.beautified': '关闭美颜',
  'mend.picture.beautified': '皮肤好像经过磨皮美颜。请关闭美颜重新拍摄。',
  'fault.picture.beautified': '用了美颜',

  'rule.picture.coloured': '彩色照片',
  'advice.picture.grey': '请用彩色照片',
  'mend.picture.grey': '照片是黑白或单色的。请关闭滤镜，拍彩色照片。',
  'fault.picture.grey': '黑白照片',

  'rule.picture.age': '近期拍摄',
  'advice.picture.old': '请用近期照片',
  'mend.picture.old': '照片拍摄于 {max} 个月以前。请上传近期照片，或重新拍摄。',
  'fault.picture.old': '照片不是近期的'
} satisfies Texts;
