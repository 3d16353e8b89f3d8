import type { Messages } from '../message';

/** Why a photo was rejected: `reason` is what the reviewer chooses, `mend` what the student reads. */
export const reasons = {
  'reason.unknown': { 'zh-CN': '其他原因', en: 'Another reason' },
  'reason.eyes.closed': { 'zh-CN': '眼睛没睁开或没看镜头', en: 'Eyes closed or looking away' },
  'reason.mouth.open': { 'zh-CN': '张嘴或露齿', en: 'Mouth open or teeth showing' },
  'reason.light.uneven': { 'zh-CN': '光线不均或有阴影', en: 'Uneven light or shadows' },
  'reason.image.blurred': { 'zh-CN': '不清晰', en: 'Not sharp' },

  'reason.review.covered': { 'zh-CN': '眉、眼或耳被遮挡', en: 'Brows, eyes or ears covered' },
  'mend.review.covered': {
    'zh-CN': '眉毛、眼睛或耳朵被遮住了，请把头发拨开、摘掉帽子后重新拍摄。',
    en: 'Eyebrows, eyes or ears are covered. Brush the hair aside, take off any hat, and take it again.'
  },
  'reason.review.pose': { 'zh-CN': '头或肩不正', en: 'Head or shoulders not straight' },
  'mend.review.pose': {
    'zh-CN': '头或肩膀没有摆正，请正对镜头、双肩放平后重新拍摄。',
    en: 'Head or shoulders are not straight. Face the lens with level shoulders and take it again.'
  },
  'reason.review.frame': { 'zh-CN': '取景不对（头顶、肩、大小）', en: 'Framing (crown, shoulders, size)' },
  'mend.review.frame': {
    'zh-CN': '取景不合要求，请让头顶、双肩和胸口都在画面里再拍。',
    en: 'The framing does not fit. Keep crown, both shoulders and chest in view and take it again.'
  },
  'reason.review.background': { 'zh-CN': '背景不干净或边缘有残留', en: 'Background or edges not clean' },
  'mend.review.background': {
    'zh-CN': '背景或头发、肩膀边缘不干净，请站到浅色墙前、离墙约 1 米重新拍摄。',
    en: 'The background or the edges of hair and shoulders are not clean. Stand 1 m before a light wall and take it again.'
  },
  'reason.review.glasses': { 'zh-CN': '眼镜反光或有色', en: 'Glasses tinted or reflecting' },
  'mend.review.glasses': {
    'zh-CN': '眼镜反光或有颜色，请摘下眼镜、不戴美瞳重新拍摄。',
    en: 'Glasses are tinted or reflect. Take them off (no coloured lenses either) and take it again.'
  },
  'reason.review.jewellery': { 'zh-CN': '佩戴饰物', en: 'Jewellery or ornaments' },
  'mend.review.jewellery': {
    'zh-CN': '请摘下耳环、项链和发饰后重新拍摄。',
    en: 'Take off earrings, necklace and hair ornaments and take it again.'
  },
  'reason.review.clothes': { 'zh-CN': '衣着不合要求', en: 'Clothes' },
  'mend.review.clothes': {
    'zh-CN': '请穿有领、颜色与背景不同的上衣重新拍摄。',
    en: 'Wear a collared top in a colour unlike the background and take it again.'
  },
  'reason.review.retouched': { 'zh-CN': '美颜或修图', en: 'Retouched' },
  'mend.review.retouched': {
    'zh-CN': '照片经过美颜或修图，请关闭美颜、用原相机重新拍摄。',
    en: 'The photo was retouched. Switch any beauty filter off and take it again.'
  },
  'reason.review.rephotographed': { 'zh-CN': '翻拍或扫描', en: 'Photo of a photo, or a scan' },
  'mend.review.rephotographed': {
    'zh-CN': '这是翻拍或扫描的照片，请本人现场拍摄。',
    en: 'This is a picture of a picture. Please take a new one of yourself.'
  },
  'reason.review.notOwn': { 'zh-CN': '不是本人', en: 'Not the student' },
  'mend.review.notOwn': {
    'zh-CN': '照片与登记的学生不符，请本人重新拍摄；如有疑问请联系学校。',
    en: 'The photo does not fit the registered student. Take one of yourself; ask your school if in doubt.'
  }
} as const satisfies Messages;
