import type { Texts } from '../../../message';

/** Rules about where head and shoulders stand: each rule’s name, the line at the camera, the sentence of the report. */
export const frame = {
  'rule.head.geometry': '取景范围',
  'advice.frame.tooClose': '离远一点',
  'mend.frame.tooClose': '离相机太近，胸口没有入镜。请退后，让头顶和胸口都在画面里。',
  'advice.frame.tooLow': '坐高一点',
  'mend.frame.tooLow': '人在画面里太低，胸口没有入镜。请坐高些或把相机放低，让头顶和胸口都在画面里。',
  'advice.frame.shouldersCut': '双肩要入镜',
  'mend.frame.shouldersCut': '画面太窄，双肩被切掉了。请退后一点，让双肩都在画面里。',
  'advice.frame.tooFar': '靠近一点',
  'mend.frame.tooFar': '人太小，请靠近相机。',
  'advice.frame.crownCut': '头顶要露出来',
  'mend.frame.crownCut': '头顶被切掉了，请后退或放低一点，头顶上方留些空间。',
  'advice.frame.offCentre': '站到画面中间',
  'advice.frame.offCentre.left': '往左一点',
  'advice.frame.offCentre.right': '往右一点',
  'mend.frame.offCentre': '人不在画面中间，请左右移动一点。',
  'mend.frame.offCentre.left': '人不在画面中间，请往自己的左边移动一点。',
  'mend.frame.offCentre.right': '人不在画面中间，请往自己的右边移动一点。',

  'rule.face.width': '脸部宽度',
  'rule.face.centred': '左右居中',
  'rule.eyes.distance': '两眼间距',
  'rule.head.size': '头部大小',
  'rule.crop.left': '左侧留白',
  'rule.crop.right': '右侧留白',
  'rule.crop.above': '头上留白',
  'rule.crop.below': '下方留白',

  'rule.crown.position': '头顶位置',
  'advice.frame.crownHigh': '坐低一点',
  'mend.frame.crownHigh': '头顶离上边太近，请离远一点重拍。',
  'advice.frame.crownLow': '坐高一点',
  'mend.frame.crownLow': '头顶离上边太远，请靠近一点重拍。',

  'rule.eyeLine.position': '眼睛高度',
  'advice.frame.eyesHigh': '相机抬高一点',
  'mend.frame.eyesHigh': '眼睛位置太高，请平视镜头重拍。',
  'advice.frame.eyesLow': '离远一点',
  'mend.frame.eyesLow': '眼睛位置太低，请离远一点；头发太高也请压低。',

  'rule.shoulders.level': '双肩水平',
  'advice.shoulders.tilted': '双肩放平',
  'mend.shoulders.tilted': '双肩一高一低，请坐正，身体正对镜头。',

  'rule.eyeLine.height': '眼睛离下边的高度',
  'rule.chin.height': '下巴离下边的距离',
  'rule.head.height': '头部高度',
  'rule.eyes.apart': '两眼间距（成品）'
} satisfies Texts;
