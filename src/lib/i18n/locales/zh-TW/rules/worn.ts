import type { Translation } from '../../../message';
import type { worn as source } from '../../zh-CN/rules/worn';

export const worn: Translation<typeof source> = {
  'rule.head.covering': '不戴帽子',
  'advice.head.covered': '請摘下帽子',
  'mend.head.covered':
    '好像戴著帽子或頭飾，請摘下。因宗教、醫療或文化原因佩戴的，只要臉和額頭沒有被遮住或有陰影，可以保留，審核老師會看到。',
  'fault.head.covered': '戴著帽子或頭飾',

  'rule.glasses.present': '眼鏡',
  'advice.glasses.present': '眼鏡不要反光',
  'mend.glasses.present':
    '好像戴著眼鏡：平時戴的可以戴著拍，鏡片須無色、無反光，鏡框不擋眼睛；平時不戴的請摘下。',
  'fault.glasses.present': '戴著眼鏡',

  'rule.glasses.glare': '鏡片沒有反光',
  'advice.glasses.glare': '眼鏡有反光',
  'mend.glasses.glare': '鏡片好像有反光。請稍低頭或移開燈，或摘下眼鏡。',
  'fault.glasses.glare': '鏡片反光',

  'rule.glasses.tint': '鏡片無色',
  'advice.glasses.tinted': '換無色眼鏡',
  'mend.glasses.tinted': '鏡片好像有顏色。請換無色鏡片或摘下。',
  'fault.glasses.tinted': '鏡片有顏色',

  'rule.jewellery.present': '不戴首飾',
  'advice.jewellery.worn': '請摘下首飾',
  'mend.jewellery.worn': '好像戴著耳環或項鍊，請摘下後拍攝；沒有配戴可以略過。',
  'fault.jewellery.worn': '戴著首飾',

  'rule.clothing.bare': '肩部有衣服',
  'advice.clothing.bare': '請穿有袖上衣',
  'mend.clothing.bare': '肩膀好像露在外面。請穿有領、有袖的上衣。',
  'fault.clothing.bare': '肩部露出',

  'rule.clothing.pattern': '衣服沒有顯眼花紋',
  'advice.clothing.patterned': '換件素色衣服',
  'mend.clothing.patterned': '衣服上好像有顯眼的條紋或花紋，請換一件素色的。',
  'fault.clothing.patterned': '條紋或花紋顯眼',

  'rule.clothing.contrast': '衣服與背景有別',
  'advice.clothing.likeBackground': '換件深色衣服',
  'mend.clothing.likeBackground': '衣服顏色和背景太接近，請換一件顏色不同、有領的衣服。',
  'fault.clothing.likeBackground': '衣服和背景顏色太近',

  'advice.glasses.forbidden': '請摘下眼鏡',
  'mend.glasses.forbidden': '好像戴著眼鏡。這種照片不能戴眼鏡，請摘下後重拍。',
  'fault.glasses.forbidden': '戴著眼鏡',
  'advice.head.coveredNever': '請摘下帽子',
  'mend.head.coveredNever': '好像戴著帽子或頭飾。這種照片必須免冠，請摘下後重拍。',
  'fault.head.coveredNever': '戴著帽子或頭飾'
};
