import type { Texts } from '../../../message';

/** Rules about what is worn. */
export const worn = {
  'rule.head.covering': '不戴帽子',
  'advice.head.covered': '请摘下帽子',
  'mend.head.covered':
    '好像戴着帽子或头饰，请摘下。因宗教、医疗或文化原因佩戴的，只要脸和额头没有被遮住或有阴影，可以保留，审核老师会看到。',
  'fault.head.covered': '戴着帽子或头饰',

  'rule.glasses.present': '眼镜',
  'advice.glasses.present': '眼镜不要反光',
  'mend.glasses.present':
    '好像戴着眼镜：平时戴的可以戴着拍，镜片须无色、无反光，镜框不挡眼睛；平时不戴的请摘下。',
  'fault.glasses.present': '戴着眼镜',

  'rule.glasses.glare': '镜片没有反光',
  'advice.glasses.glare': '眼镜有反光',
  'mend.glasses.glare': '镜片好像有反光。请稍低头或移开灯，或摘下眼镜。',
  'fault.glasses.glare': '镜片反光',

  'rule.glasses.tint': '镜片无色',
  'advice.glasses.tinted': '换无色眼镜',
  'mend.glasses.tinted': '镜片好像有颜色。请换无色镜片或摘下。',
  'fault.glasses.tinted': '镜片有颜色',

  'rule.jewellery.present': '不戴首饰',
  'advice.jewellery.worn': '请摘下首饰',
  'mend.jewellery.worn': '好像戴着耳环或项链，请摘下后拍摄；没有佩戴可忽略。',
  'fault.jewellery.worn': '戴着首饰',

  'rule.clothing.bare': '肩部有衣服',
  'advice.clothing.bare': '请穿有袖上衣',
  'mend.clothing.bare': '肩膀好像露在外面。请穿有领、有袖的上衣。',
  'fault.clothing.bare': '肩部露出',

  'rule.clothing.pattern': '衣服没有显眼花纹',
  'advice.clothing.patterned': '换件素色衣服',
  'mend.clothing.patterned': '衣服上好像有显眼的条纹或花纹，请换一件素色的。',
  'fault.clothing.patterned': '条纹或花纹显眼',

  'rule.clothing.contrast': '衣服与背景有别',
  'advice.clothing.likeBackground': '换件深色衣服',
  'mend.clothing.likeBackground': '衣服颜色和背景太接近，请换一件颜色不同、有领的衣服。',
  'fault.clothing.likeBackground': '衣服和背景颜色太近',

  'advice.glasses.forbidden': '请摘下眼镜',
  'mend.glasses.forbidden': '好像戴着眼镜。这种照片不能戴眼镜，请摘下后重拍。',
  'fault.glasses.forbidden': '戴着眼镜',
  'advice.head.coveredNever': '请摘下帽子',
  'mend.head.coveredNever': '好像戴着帽子或头饰。这种照片必须免冠，请摘下后重拍。',
  'fault.head.coveredNever': '戴着帽子或头饰'
} satisfies Texts;
