import type { Translation } from '../../../message';
import type { face as source } from '../../zh-CN/rules/face';

export const face: Translation<typeof source> = {
  'rule.face.single': '只有一張臉',
  'advice.face.none': '請把臉移到框裡',
  'mend.face.none': '照片裡沒有找到人臉，請正對鏡頭，光線充足。',
  'fault.face.none': '沒有找到人臉',
  'advice.face.several': '只能有一個人',
  'mend.face.several': '照片裡有其他人，請單獨拍攝。',
  'fault.face.several': '不只一個人',

  'rule.eyes.open': '眼睛睜開',
  'advice.eyes.closed': '睜開眼睛',
  'mend.eyes.closed': '眼睛沒有完全睜開，請看鏡頭重拍。',
  'fault.eyes.closed': '眼睛沒有睜開',

  'rule.eyes.red': '沒有紅眼',
  'advice.eyes.red': '不要用閃光燈',
  'mend.eyes.red': '瞳孔發紅，像是閃光燈造成的。請關閉閃光燈重新拍攝。',
  'fault.eyes.red': '紅眼',

  'rule.mouth.closed': '嘴巴閉合',
  'advice.mouth.open': '閉上嘴',
  'mend.mouth.open': '嘴巴張開或露齒，請自然閉合。可以微笑但不露齒。',
  'fault.mouth.open': '嘴張開了',

  'rule.expression.neutral': '表情自然',
  'advice.expression.strong': '放鬆表情',
  'mend.expression.strong': '表情有些誇張，請放鬆，微笑時不露齒。',
  'fault.expression.strong': '表情太誇張',

  'rule.face.covered': '口鼻沒有遮擋',
  'advice.face.covered': '請摘下口罩',
  'mend.face.covered': '口鼻好像被口罩或手擋住了，請露出整張臉。',
  'fault.face.covered': '口鼻被擋住',

  'rule.eyes.visible': '頭髮不擋眼睛',
  'advice.eyes.hidden': '頭髮別擋眼睛',
  'mend.eyes.hidden': '頭髮好像擋住了眼睛，請撥開或夾起來。',
  'fault.eyes.hidden': '頭髮擋住眼睛',

  'rule.brows.visible': '露出眉毛',
  'advice.brows.hidden': '露出眉毛',
  'mend.brows.hidden': '瀏海好像遮住了眉毛，請撥開或夾起來。',
  'fault.brows.hidden': '眉毛被遮住',

  'rule.ears.visible': '露出耳朵',
  'advice.ears.hidden': '露出耳朵',
  'mend.ears.hidden': '頭髮好像遮住了耳朵，請把頭髮撥到耳後或紮起來。',
  'fault.ears.hidden': '耳朵被遮住'
};
