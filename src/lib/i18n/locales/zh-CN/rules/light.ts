import type { Texts } from '../../../message';

/** Rules about light and sharpness. */
export const light = {
  'rule.light.level': '光线充足',
  'rule.luminance.mean': '脸部亮度',
  'rule.exposure.under': '脸部不过暗',
  'rule.exposure.over': '脸部不过曝',
  'advice.light.tooDark': '光线再亮一点',
  'mend.light.tooDark': '光线太暗，请面向窗户，或靠近白色日光灯。',
  'fault.light.tooDark': '太暗了',
  'advice.light.tooBright': '光太强了',
  'mend.light.tooBright': '脸上曝光过度，请避开直射的光。',
  'fault.light.tooBright': '脸上过曝',

  'rule.light.balance': '左右光线',
  'advice.light.fromLeft': '脸朝左边转一点，对着光',
  'mend.light.fromLeft': '光从你的左侧来，右脸偏暗。请正对光源。',
  'fault.light.fromLeft': '光从左边来',
  'advice.light.fromRight': '脸朝右边转一点，对着光',
  'mend.light.fromRight': '光从你的右侧来，左脸偏暗。请正对光源。',
  'fault.light.fromRight': '光从右边来',

  'rule.illumination.uniform': '光线均匀',
  'advice.light.uneven': '让光线更均匀',
  'mend.light.uneven': '左右脸光线不一致，尽量正对光源。',
  'fault.light.uneven': '光线不均匀',

  'rule.sharpness': '清晰度',
  'advice.image.blurred': '拿稳别动',
  'mend.image.blurred': '照片不够清晰，请擦净镜头、拿稳再拍。',
  'fault.image.blurred': '照片不清晰',

  'rule.light.back': '脸比背景亮',
  'advice.light.back': '不要背光',
  'mend.light.back': '背景比脸亮得多，脸是暗的。请转身面向光，或离开窗户和灯。',
  'fault.light.back': '背光',

  'rule.face.shadow': '脸上没有阴影',
  'advice.light.above': '别站灯正下方',
  'mend.light.above': '光从头顶来，眼窝、鼻下和下巴有阴影。请离开顶灯，面向窗户或浅色墙面。',
  'fault.light.above': '脸上有阴影',

  'rule.colour.natural': '肤色自然',
  'advice.colour.unnatural': '换成白光',
  'mend.colour.unnatural': '肤色偏色，像是彩色光或滤镜。请用白光，关闭滤镜。',
  'fault.colour.unnatural': '肤色偏色',

  'rule.dynamic.range': '脸部细节清楚',
  'advice.light.flat': '脸再亮一点',
  'mend.light.flat': '脸上几乎没有明暗层次，可能太暗或压缩过度。请面向光线重拍，或使用原图。',
  'fault.light.flat': '脸部细节不清楚',

  'rule.luminance.variance': '脸部明暗反差',
  'advice.light.harsh': '光再柔和一点',
  'mend.light.harsh': '脸上明暗反差太大。请避开直射光，让光从正面均匀照来。',
  'fault.light.harsh': '脸上明暗反差太大'
} satisfies Texts;
