import type { Translation } from '../../../message';
import type { worn as source } from '../../zh-CN/rules/worn';

export const worn: Translation<typeof source> = {
  'rule.head.covering': '不戴帽子',
  'advice.head.covered': '請摘下帽子',
  'mend.head.covered': '好像戴著帽子或頭飾，請脫帽拍攝。',

  'rule.glasses.present': '眼鏡',
  'advice.glasses.present': '眼鏡不要反光',
  'mend.glasses.present': '好像戴著眼鏡：鏡片須無色、無反光，鏡框不擋眼睛；不確定就摘下拍攝。',

  'rule.glasses.glare': '鏡片沒有反光',
  'advice.glasses.glare': '眼鏡有反光',
  'mend.glasses.glare': '鏡片好像有反光。請稍低頭或移開燈，或摘下眼鏡。',

  'rule.glasses.tint': '鏡片無色',
  'advice.glasses.tinted': '換無色眼鏡',
  'mend.glasses.tinted': '鏡片好像有顏色。請換無色鏡片或摘下。',

  'rule.jewellery.present': '不戴首飾',
  'advice.jewellery.worn': '請摘下首飾',
  'mend.jewellery.worn': '好像戴著耳環或項鍊，請摘下後拍攝；沒有配戴可以略過。',

  'rule.clothing.contrast': '衣服與背景有別',
  'advice.clothing.likeBackground': '換件深色衣服',
  'mend.clothing.likeBackground': '衣服顏色和背景太接近，請換一件顏色不同、有領的衣服。'
};
