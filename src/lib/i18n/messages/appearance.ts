import type { Messages } from '../message';

/** What to do about what is worn, hair over the ears, and the uploaded file itself; as in `advice`. */
export const appearance = {
  'advice.head.covered': { 'zh-CN': '请摘下帽子', en: 'Take your hat off' },
  'mend.head.covered': {
    'zh-CN': '好像戴着帽子或头饰，请免冠拍摄。',
    en: 'This looks like a hat or headpiece. Take it off and take the photo again.'
  },
  'advice.ears.hidden': { 'zh-CN': '露出耳朵', en: 'Show your ears' },
  'mend.ears.hidden': {
    'zh-CN': '头发好像遮住了耳朵，请把头发别到耳后或扎起来。',
    en: 'Hair seems to cover your ears. Tuck it behind them or tie it back.'
  },
  'advice.glasses.present': { 'zh-CN': '眼镜不要反光', en: 'Mind reflections on glasses' },
  'mend.glasses.present': {
    'zh-CN': '好像戴着眼镜：镜片须无色、无反光，镜框不挡眼睛；不确定就摘下拍摄。',
    en: 'You seem to wear glasses. Lenses must be clear and without reflections, the frame off the eyes; if unsure, take them off.'
  },
  'advice.jewellery.worn': { 'zh-CN': '请摘下首饰', en: 'Take jewellery off' },
  'mend.jewellery.worn': {
    'zh-CN': '好像戴着耳环或项链，请摘下后拍摄；没有佩戴可忽略。',
    en: 'There may be an earring or necklace. Take it off; if you wear none, go on.'
  },
  'advice.file.notJpeg': { 'zh-CN': '请用 JPG 照片', en: 'Use a JPEG' },
  'mend.file.notJpeg': {
    'zh-CN': '上传要求 JPG 格式。成品会存为 JPG，最好上传相机拍的 JPG 原图。',
    en: 'An upload should be a JPEG. The finished photo will be one; the camera’s own JPEG is best.'
  },
  'advice.file.fewPixels': { 'zh-CN': '照片像素太小', en: 'Too few pixels' },
  'mend.file.fewPixels': {
    'zh-CN': '照片小于 480×640 像素，放大后不清晰。请上传原图，不要用截图或聊天里压缩过的图。',
    en: 'Smaller than 480 × 640 pixels: enlarging blurs it. Use the original, not a screenshot or a picture from a chat.'
  },
  'advice.file.manyPixels': { 'zh-CN': '照片像素偏大', en: 'Many pixels' },
  'mend.file.manyPixels': {
    'zh-CN': '照片大于 1350×1800 像素，成品会自动缩小到规定尺寸。',
    en: 'Larger than 1350 × 1800 pixels. The finished photo is scaled to the size asked for.'
  },
  'advice.file.fewBytes': { 'zh-CN': '照片压缩过度', en: 'Compressed too much' },
  'mend.file.fewBytes': {
    'zh-CN': '文件小于 50 KB，可能压缩过度。请上传原图。',
    en: 'Under 50 KB: probably compressed too much. Use the original.'
  },
  'advice.file.manyBytes': { 'zh-CN': '文件偏大', en: 'Large file' },
  'mend.file.manyBytes': {
    'zh-CN': '文件大于 1 MB，成品会自动压缩到规定大小。',
    en: 'Over 1 MB. The finished photo is brought to the size asked for.'
  },
  'advice.file.proportion': { 'zh-CN': '最好是 3:4', en: '3:4 is best' },
  'mend.file.proportion': {
    'zh-CN': '照片不是 3:4，会自动裁剪。请看清裁剪后头部和肩膀是否完整。',
    en: 'Not 3:4, so it is cropped. See that head and shoulders are whole afterwards.'
  }
} as const satisfies Messages;
