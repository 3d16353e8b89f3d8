import type { Translation } from '../../../message';
import type { reasons as source } from '../../zh-CN/review/reasons';

export const reasons: Translation<typeof source> = {
  'reason.unknown': '其他原因',
  'reason.eyes.closed': '眼睛沒睜開或沒看鏡頭',
  'reason.mouth.open': '張嘴或露齒',
  'reason.light.uneven': '光線不均或有陰影',
  'reason.image.blurred': '不清晰',
  'reason.review.covered': '眉、眼或耳被遮擋',
  'reason.review.pose': '頭或肩不正',
  'reason.review.frame': '取景不對（頭頂、肩、大小）',
  'reason.review.background': '背景不乾淨或邊緣有殘留',
  'reason.review.glasses': '眼鏡反光或有色',
  'reason.review.jewellery': '配戴飾物',
  'reason.review.clothes': '衣著不符合要求',
  'reason.review.retouched': '美顏或修圖',
  'reason.review.rephotographed': '翻拍或掃描',
  'reason.review.notOwn': '不是本人'
};
