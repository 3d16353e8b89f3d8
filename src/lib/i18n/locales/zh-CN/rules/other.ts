import type { Texts } from '../../../message';

/** For a rule without a text of its own, and what the student reads for reasons that only a reviewer gives. */
export const other = {
  'rule.unknown': '其他检测',
  'advice.unknown': '请调整一下',
  'mend.unknown': '请调整后重新拍摄。',
  'fault.unknown': '需要调整',

  'mend.review.covered': '眉毛、眼睛或耳朵被遮住了，请把头发拨开、摘掉帽子后重新拍摄。',
  'mend.review.pose': '头或肩膀没有摆正，请正对镜头、双肩放平后重新拍摄。',
  'mend.review.frame': '取景不合要求，请让头顶、双肩和胸口都在画面里再拍。',
  'mend.review.background': '背景或头发、肩膀边缘不干净，请站到浅色墙前、离墙约 1 米重新拍摄。',
  'mend.review.glasses': '眼镜反光或有颜色，请摘下眼镜、不戴美瞳重新拍摄。',
  'mend.review.jewellery': '请摘下耳环、项链和发饰后重新拍摄。',
  'mend.review.clothes': '请穿有领、颜色与背景不同的上衣重新拍摄。',
  'mend.review.retouched': '照片经过美颜或修图，请关闭美颜、用原相机重新拍摄。',
  'mend.review.rephotographed': '这是翻拍或扫描的照片，请本人现场拍摄。',
  'mend.review.notOwn': '照片与登记的学生不符，请本人重新拍摄；如有疑问请联系学校。'
} satisfies Texts;
