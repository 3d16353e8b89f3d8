import type { Texts } from '../../../message';

/** Rules about where head and eyes are turned. */
export const pose = {
  'rule.pose.yaw': '头部左右转动',
  'advice.pose.yaw.left': '头往左转一点',
  'mend.pose.yaw.left': '头偏向右侧，请往左转正对镜头。',
  'fault.pose.yaw.left': '头偏向右边',
  'advice.pose.yaw.right': '头往右转一点',
  'mend.pose.yaw.right': '头偏向左侧，请往右转正对镜头。',
  'fault.pose.yaw.right': '头偏向左边',

  'rule.pose.pitch': '抬头低头',
  'advice.pose.pitch.up': '抬一点下巴',
  'mend.pose.pitch.up': '低头了，请抬起下巴平视镜头。',
  'fault.pose.pitch.up': '低头了',
  'advice.pose.pitch.down': '收一点下巴',
  'mend.pose.pitch.down': '仰头了，请收下巴平视镜头。',
  'fault.pose.pitch.down': '仰头了',

  'rule.pose.roll': '头部倾斜',
  'advice.pose.roll.clockwise': '头摆正',
  'mend.pose.roll.clockwise': '头歪了，两眼要一样高。',
  'fault.pose.roll.clockwise': '头歪了',
  'advice.pose.roll.anticlockwise': '头摆正',
  'mend.pose.roll.anticlockwise': '头歪了，两眼要一样高。',
  'fault.pose.roll.anticlockwise': '头歪了',

  'rule.gaze.centred': '看着镜头',
  'advice.gaze.aside': '看着镜头',
  'mend.gaze.aside': '眼睛没有看镜头。请看镜头，不要看屏幕。',
  'fault.gaze.aside': '眼睛没有看镜头'
} satisfies Texts;
