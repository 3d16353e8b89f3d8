import type { Translation } from '../../../message';
import type { frame as source } from '../../zh-CN/rules/frame';

export const frame: Translation<typeof source> = {
  'rule.head.geometry': '取景範圍',
  'advice.frame.tooClose': '離遠一點',
  'mend.frame.tooClose': '離相機太近，胸口沒有入鏡。請後退，讓頭頂和胸口都在畫面裡。',
  'advice.frame.tooLow': '坐高一點',
  'mend.frame.tooLow': '人在畫面裡太低，胸口沒有入鏡。請坐高些或把相機放低，讓頭頂和胸口都在畫面裡。',
  'advice.frame.shouldersCut': '雙肩要入鏡',
  'mend.frame.shouldersCut': '畫面太窄，雙肩被切掉了。請後退一點，讓雙肩都在畫面裡。',
  'advice.frame.tooFar': '靠近一點',
  'mend.frame.tooFar': '人太小，請靠近相機。',
  'advice.frame.crownCut': '頭頂要露出來',
  'mend.frame.crownCut': '頭頂被切掉了，請後退或放低一點，頭頂上方留些空間。',
  'advice.frame.offCentre': '站到畫面中間',
  'advice.frame.offCentre.left': '往左一點',
  'advice.frame.offCentre.right': '往右一點',
  'mend.frame.offCentre': '人不在畫面中間，請左右移動一點。',
  'mend.frame.offCentre.left': '人不在畫面中間，請往自己的左邊移動一點。',
  'mend.frame.offCentre.right': '人不在畫面中間，請往自己的右邊移動一點。',

  'rule.face.width': '臉部寬度',
  'rule.face.centred': '左右置中',
  'rule.eyes.distance': '兩眼間距',
  'rule.head.size': '頭部大小',
  'rule.crop.left': '左側留白',
  'rule.crop.right': '右側留白',
  'rule.crop.above': '頭上留白',
  'rule.crop.below': '下方留白',

  'rule.crown.position': '頭頂位置',
  'advice.frame.crownHigh': '坐低一點',
  'mend.frame.crownHigh': '頭頂離上緣太近，請離遠一點重拍。',
  'advice.frame.crownLow': '坐高一點',
  'mend.frame.crownLow': '頭頂離上緣太遠，請靠近一點重拍。',

  'rule.eyeLine.position': '眼睛高度',
  'advice.frame.eyesHigh': '相機抬高一點',
  'mend.frame.eyesHigh': '眼睛位置太高，請平視鏡頭重拍。',
  'advice.frame.eyesLow': '離遠一點',
  'mend.frame.eyesLow': '眼睛位置太低，請離遠一點；頭髮太高也請壓低。',

  'rule.shoulders.level': '雙肩水平',
  'advice.shoulders.tilted': '雙肩放平',
  'mend.shoulders.tilted': '雙肩一高一低，請坐正，身體正對鏡頭。',

  'rule.eyeLine.height': '眼睛離下邊的高度',
  'rule.chin.height': '下巴離下邊的距離',
  'rule.head.height': '頭部高度',
  'rule.eyes.apart': '兩眼間距（成品）'
};
