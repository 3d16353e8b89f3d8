import type { Messages } from '../message';

/**
 * What to do about a rule, by the finding's message key: `advice` is the line at the camera, an instruction in a
 * few characters; `mend` is the sentence of the report.
 */
export const advice = {
  'advice.unknown': { 'zh-CN': '请调整一下', en: 'Please adjust' },
  'mend.unknown': { 'zh-CN': '请调整后重新拍摄。', en: 'Please adjust and take it again.' },

  'advice.face.none': { 'zh-CN': '请把脸移到框里', en: 'Move into the frame' },
  'mend.face.none': {
    'zh-CN': '照片里没有找到人脸，请正对镜头，光线充足。',
    en: 'No face was found. Face the lens in good light.'
  },
  'advice.face.several': { 'zh-CN': '只能有一个人', en: 'Only one person' },
  'mend.face.several': {
    'zh-CN': '照片里有其他人，请单独拍摄。',
    en: 'Someone else is in the picture. Take it alone.'
  },

  'advice.frame.tooClose': { 'zh-CN': '离远一点', en: 'Step back' },
  'mend.frame.tooClose': {
    'zh-CN': '离镜头太近，胸口没有入镜。请退后，让头顶和胸口都在画面里。',
    en: 'Too close: the chest is not in the picture. Step back until head and chest are in view.'
  },
  'advice.frame.tooLow': { 'zh-CN': '坐高一点', en: 'Raise yourself' },
  'mend.frame.tooLow': {
    'zh-CN': '人在画面里太低，胸口没有入镜。请坐高些或把镜头放低，让头顶和胸口都在画面里。',
    en: 'You are too low in the picture: the chest is missing. Sit higher or lower the camera.'
  },
  'advice.frame.shouldersCut': { 'zh-CN': '双肩要入镜', en: 'Show both shoulders' },
  'mend.frame.shouldersCut': {
    'zh-CN': '画面太窄，双肩被切掉了。请退后一点，让双肩都在画面里。',
    en: 'Both shoulders are cut off at the sides. Step back until they are in view.'
  },
  'advice.frame.tooFar': { 'zh-CN': '靠近一点', en: 'Come closer' },
  'mend.frame.tooFar': { 'zh-CN': '人太小，请靠近镜头。', en: 'The face is too small. Come closer.' },
  'advice.frame.crownCut': { 'zh-CN': '头顶要露出来', en: 'Show your whole head' },
  'mend.frame.crownCut': {
    'zh-CN': '头顶被切掉了，请后退或放低一点，头顶上方留些空间。',
    en: 'The top of the head is cut off. Step back or lower yourself and leave room above.'
  },
  'advice.frame.offCentre': { 'zh-CN': '站到画面中间', en: 'Move to the middle' },
  'mend.frame.offCentre': {
    'zh-CN': '人不在画面中间，请左右移动一点。',
    en: 'You are not in the middle. Move a little.'
  },
  'advice.frame.crownHigh': { 'zh-CN': '头往下一点', en: 'Lower your head' },
  'mend.frame.crownHigh': {
    'zh-CN': '头顶离上边太近，请离远一点重拍。',
    en: 'The hair is too near the top edge. Step back and take it again.'
  },
  'advice.frame.crownLow': { 'zh-CN': '头往上一点', en: 'Raise your head' },
  'mend.frame.crownLow': {
    'zh-CN': '头顶离上边太远，请靠近一点重拍。',
    en: 'There is too much room above the hair. Come closer and take it again.'
  },
  'advice.frame.eyesHigh': { 'zh-CN': '镜头抬高一点', en: 'Raise the camera' },
  'mend.frame.eyesHigh': {
    'zh-CN': '眼睛位置太高，请平视镜头重拍。',
    en: 'The eye line is too high. Look straight at the lens and take it again.'
  },
  'advice.frame.eyesLow': { 'zh-CN': '离远一点', en: 'Step back' },
  'mend.frame.eyesLow': {
    'zh-CN': '眼睛位置太低，请离远一点；头发太高也请压低。',
    en: 'The eye line is too low. Step back; flatten high hair.'
  },

  'advice.light.tooDark': { 'zh-CN': '再亮一点', en: 'More light, please' },
  'mend.light.tooDark': {
    'zh-CN': '光线太暗，请面向窗户，或靠近白色日光灯。',
    en: 'Too dark. Face a window or move near a white lamp.'
  },
  'advice.light.tooBright': { 'zh-CN': '光太强了', en: 'Too bright' },
  'mend.light.tooBright': {
    'zh-CN': '脸上曝光过度，请避开直射的光。',
    en: 'The face is blown out. Keep out of direct light.'
  },
  'advice.light.fromLeft': { 'zh-CN': '往左边转向光', en: 'Turn to the light' },
  'mend.light.fromLeft': {
    'zh-CN': '光从你的左侧来，右脸偏暗。请正对光源。',
    en: 'The light comes from your left and your right side is dark. Face the light.'
  },
  'advice.light.fromRight': { 'zh-CN': '往右边转向光', en: 'Turn to the light' },
  'mend.light.fromRight': {
    'zh-CN': '光从你的右侧来，左脸偏暗。请正对光源。',
    en: 'The light comes from your right and your left side is dark. Face the light.'
  },
  'advice.light.uneven': { 'zh-CN': '光要更均匀', en: 'Even out the light' },
  'mend.light.uneven': {
    'zh-CN': '左右脸光线不一致，尽量正对光源。',
    en: 'The light differs from side to side. Face the light.'
  },

  'advice.pose.yaw.left': { 'zh-CN': '头往左转一点', en: 'Turn a little left' },
  'mend.pose.yaw.left': {
    'zh-CN': '头偏向右侧，请往左转正对镜头。',
    en: 'Your head is turned right. Turn left to face the lens.'
  },
  'advice.pose.yaw.right': { 'zh-CN': '头往右转一点', en: 'Turn a little right' },
  'mend.pose.yaw.right': {
    'zh-CN': '头偏向左侧，请往右转正对镜头。',
    en: 'Your head is turned left. Turn right to face the lens.'
  },
  'advice.pose.pitch.up': { 'zh-CN': '抬一点下巴', en: 'Chin up a little' },
  'mend.pose.pitch.up': {
    'zh-CN': '低头了，请抬起下巴平视镜头。',
    en: 'Your chin is down. Raise it and look straight ahead.'
  },
  'advice.pose.pitch.down': { 'zh-CN': '收一点下巴', en: 'Chin down a little' },
  'mend.pose.pitch.down': {
    'zh-CN': '仰头了，请收下巴平视镜头。',
    en: 'Your chin is up. Lower it and look straight ahead.'
  },
  'advice.pose.roll.clockwise': { 'zh-CN': '头摆正', en: 'Straighten your head' },
  'mend.pose.roll.clockwise': {
    'zh-CN': '头歪了，两眼要一样高。',
    en: 'Your head is tilted. Both eyes should be level.'
  },
  'advice.pose.roll.anticlockwise': { 'zh-CN': '头摆正', en: 'Straighten your head' },
  'mend.pose.roll.anticlockwise': {
    'zh-CN': '头歪了，两眼要一样高。',
    en: 'Your head is tilted. Both eyes should be level.'
  },

  'advice.eyes.closed': { 'zh-CN': '睁开眼睛', en: 'Open your eyes' },
  'mend.eyes.closed': {
    'zh-CN': '眼睛没有完全睁开，请看镜头重拍。',
    en: 'Your eyes are not fully open. Look at the lens.'
  },
  'advice.mouth.open': { 'zh-CN': '闭上嘴', en: 'Close your mouth' },
  'mend.mouth.open': {
    'zh-CN': '嘴张开或露齿，请自然闭合。可以微笑但不露齿。',
    en: 'Your mouth is open or teeth show. Close it; a closed-lip smile is fine.'
  },
  'advice.image.blurred': { 'zh-CN': '拿稳别动', en: 'Hold still' },
  'mend.image.blurred': {
    'zh-CN': '照片不够清晰，请擦净镜头、拿稳再拍。',
    en: 'Not sharp enough. Clean the lens and hold still.'
  },
  'advice.background.likeSitter': { 'zh-CN': '换一面墙', en: 'Find another wall' },
  'mend.background.likeSitter': {
    'zh-CN': '头发和墙的颜色太接近，分不清边缘。请换到浅色的墙前，或把灯打开。',
    en: 'Hair and wall have nearly the same colour. Stand before a lighter wall, or turn on the light.'
  },
  'advice.background.busy': { 'zh-CN': '换个干净的墙', en: 'Find a plainer wall' },
  'mend.background.busy': {
    'zh-CN': '背景太杂，头发边缘可能处理不干净。请站到白墙或浅色墙前。',
    en: 'The background is busy, which may spoil the edge of the hair. Stand before a plain light wall.'
  }
} as const satisfies Messages;
