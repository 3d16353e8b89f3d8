import type { Translation } from '../../../message';
import type { other as source } from '../../zh-CN/rules/other';

export const other: Translation<typeof source> = {
  'rule.unknown': '其他檢查',
  'advice.unknown': '請調整一下',
  'mend.unknown': '請調整後重新拍攝。',
  'fault.unknown': '需要調整',

  'mend.review.covered': '眉毛、眼睛或耳朵被遮住了，請把頭髮撥開、摘掉帽子後重新拍攝。',
  'mend.review.pose': '頭或肩膀沒有擺正，請正對鏡頭、雙肩放平後重新拍攝。',
  'mend.review.frame': '取景不符合要求，請讓頭頂、雙肩和胸口都在畫面裡再拍。',
  'mend.review.background': '背景或頭髮、肩膀邊緣不乾淨，請站到淺色牆前、離牆約 1 公尺重新拍攝。',
  'mend.review.glasses': '眼鏡反光或有顏色，請摘下眼鏡、不戴有色隱形眼鏡重新拍攝。',
  'mend.review.jewellery': '請摘下耳環、項鍊和髮飾後重新拍攝。',
  'mend.review.clothes': '請穿有領、顏色與背景不同的上衣重新拍攝。',
  'mend.review.retouched': '照片經過美顏或修圖，請關閉美顏、用手機內建的相機重新拍攝。',
  'mend.review.rephotographed': '這是翻拍或掃描的照片，請本人現場拍攝。',
  'mend.review.notOwn': '照片與登記的學生不符，請本人重新拍攝；有疑問請聯絡學校。'
};
