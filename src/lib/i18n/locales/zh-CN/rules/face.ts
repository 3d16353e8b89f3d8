import type { Texts } from '../../../message';

/** Rules about the face itself and the hair around it. */
export const face = {
  'rule.face.single': '只有一张脸',
  'advice.face.none': '请把脸移到框里',
  'mend.face.none': '照片里没有找到人脸，请正对镜头，光线充足。',
  'fault.face.none': '没有找到人脸',
  'advice.face.several': '只能有一个人',
  'mend.face.several': '照片里有其他人，请单独拍摄。',
  'fault.face.several': '不止一个人',

  'rule.eyes.open': '眼睛睁开',
  'advice.eyes.closed': '睁开眼睛',
  'mend.eyes.closed': '眼睛没有完全睁开，请看镜头重拍。',
  'fault.eyes.closed': '眼睛没有睁开',

  'rule.eyes.red': '没有红眼',
  'advice.eyes.red': '不要用闪光灯',
  'mend.eyes.red': '瞳孔发红，像是闪光灯造成的。请关闭闪光灯重新拍摄。',
  'fault.eyes.red': '红眼',

  'rule.mouth.closed': '嘴巴闭合',
  'advice.mouth.open': '闭上嘴',
  'mend.mouth.open': '嘴张开或露齿，请自然闭合。可以微笑但不露齿。',
  'fault.mouth.open': '嘴张开了',

  'rule.expression.neutral': '表情自然',
  'advice.expression.strong': '放松表情',
  'mend.expression.strong': '表情有些夸张，请放松，微笑时不露齿。',
  'fault.expression.strong': '表情太夸张',

  'rule.face.covered': '口鼻没有遮挡',
  'advice.face.covered': '请摘下口罩',
  'mend.face.covered': '口鼻好像被口罩或手挡住了，请露出整张脸。',
  'fault.face.covered': '口鼻被挡住',

  'rule.eyes.visible': '头发不挡眼睛',
  'advice.eyes.hidden': '头发别挡眼睛',
  'mend.eyes.hidden': '头发好像挡住了眼睛，请拨开或夹起来。',
  'fault.eyes.hidden': '头发挡住眼睛',

  'rule.brows.visible': '露出眉毛',
  'advice.brows.hidden': '露出眉毛',
  'mend.brows.hidden': '刘海好像遮住了眉毛，请拨开或夹起来。',
  'fault.brows.hidden': '眉毛被遮住',

  'rule.ears.visible': '露出耳朵',
  'advice.ears.hidden': '露出耳朵',
  'mend.ears.hidden': '头发好像遮住了耳朵，请把头发别到耳后或扎起来。',
  'fault.ears.hidden': '耳朵被遮住'
} satisfies Texts;
