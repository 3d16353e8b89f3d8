import type { Texts } from '../../../message';

/** Why a photo is rejected, as the reviewer chooses it; the student reads `mend.ID`. */
export const reasons = {
  'reason.unknown': '其他原因',
  'reason.eyes.closed': '眼睛没睁开或没看镜头',
  'reason.mouth.open': '张嘴或露齿',
  'reason.light.uneven': '光线不均或有阴影',
  'reason.image.blurred': '不清晰',
  'reason.review.covered': '眉、眼或耳被遮挡',
  'reason.review.pose': '头或肩不正',
  'reason.review.frame': '取景不对（头顶、肩、大小）',
  'reason.review.background': '背景不干净或边缘有残留',
  'reason.review.glasses': '眼镜反光或有色',
  'reason.review.jewellery': '佩戴饰物',
  'reason.review.clothes': '衣着不合要求',
  'reason.review.retouched': '美颜或修图',
  'reason.review.rephotographed': '翻拍或扫描',
  'reason.review.notOwn': '不是本人'
} satisfies Texts;
