import type { Messages } from '../message';

/** What the student reads when a reviewer rejected the photo; other reasons share the report's text. */
export const reasons = {
  'mend.review.covered': {
    'zh-CN': '眉毛、眼睛或耳朵被遮住了，请把头发拨开、摘掉帽子后重新拍摄。',
    en: 'Eyebrows, eyes or ears are covered. Brush the hair aside, take off any hat, and take it again.'
  },
  'mend.review.pose': {
    'zh-CN': '头或肩膀没有摆正，请正对镜头、双肩放平后重新拍摄。',
    en: 'Head or shoulders are not straight. Face the lens with level shoulders and take it again.'
  },
  'mend.review.frame': {
    'zh-CN': '取景不合要求，请让头顶、双肩和胸口都在画面里再拍。',
    en: 'The framing does not fit. Keep crown, both shoulders and chest in view and take it again.'
  },
  'mend.review.background': {
    'zh-CN': '背景或头发、肩膀边缘不干净，请站到浅色墙前、离墙约 1 米重新拍摄。',
    en: 'The background or the edges of hair and shoulders are not clean. Stand 1 m before a light wall and take it again.'
  },
  'mend.review.glasses': {
    'zh-CN': '眼镜反光或有颜色，请摘下眼镜、不戴美瞳重新拍摄。',
    en: 'Glasses are tinted or reflect. Take them off (no coloured lenses either) and take it again.'
  },
  'mend.review.jewellery': {
    'zh-CN': '请摘下耳环、项链和发饰后重新拍摄。',
    en: 'Take off earrings, necklace and hair ornaments and take it again.'
  },
  'mend.review.clothes': {
    'zh-CN': '请穿有领、颜色与背景不同的上衣重新拍摄。',
    en: 'Wear a collared top in a colour unlike the background and take it again.'
  },
  'mend.review.retouched': {
    'zh-CN': '照片经过美颜或修图，请关闭美颜、用原相机重新拍摄。',
    en: 'The photo was retouched. Switch any beauty filter off and take it again.'
  },
  'mend.review.rephotographed': {
    'zh-CN': '这是翻拍或扫描的照片，请本人现场拍摄。',
    en: 'This is a picture of a picture. Please take a new one of yourself.'
  },
  'mend.review.notOwn': {
    'zh-CN': '照片与登记的学生不符，请本人重新拍摄；如有疑问请联系学校。',
    en: 'The photo does not fit the registered student. Take one of yourself; ask your school if in doubt.'
  }
} as const satisfies Messages;
