import type { Messages } from '$lib/i18n/message';

/** Why a photo is rejected, as the reviewer chooses it; the student reads `mend.ID`. */
export const reasons = {
  'reason.unknown': { 'zh-CN': '其他原因', en: 'Another reason' },
  'reason.eyes.closed': { 'zh-CN': '眼睛没睁开或没看镜头', en: 'Eyes closed or looking away' },
  'reason.mouth.open': { 'zh-CN': '张嘴或露齿', en: 'Mouth open or teeth showing' },
  'reason.light.uneven': { 'zh-CN': '光线不均或有阴影', en: 'Uneven light or shadows' },
  'reason.image.blurred': { 'zh-CN': '不清晰', en: 'Not sharp' },
  'reason.review.covered': { 'zh-CN': '眉、眼或耳被遮挡', en: 'Brows, eyes or ears covered' },
  'reason.review.pose': { 'zh-CN': '头或肩不正', en: 'Head or shoulders not straight' },
  'reason.review.frame': { 'zh-CN': '取景不对（头顶、肩、大小）', en: 'Framing (crown, shoulders, size)' },
  'reason.review.background': { 'zh-CN': '背景不干净或边缘有残留', en: 'Background or edges not clean' },
  'reason.review.glasses': { 'zh-CN': '眼镜反光或有色', en: 'Glasses tinted or reflecting' },
  'reason.review.jewellery': { 'zh-CN': '佩戴饰物', en: 'Jewellery or ornaments' },
  'reason.review.clothes': { 'zh-CN': '衣着不合要求', en: 'Clothes' },
  'reason.review.retouched': { 'zh-CN': '美颜或修图', en: 'Retouched' },
  'reason.review.rephotographed': { 'zh-CN': '翻拍或扫描', en: 'Photo of a photo, or a scan' },
  'reason.review.notOwn': { 'zh-CN': '不是本人', en: 'Not the student' }
} as const satisfies Messages;
