import type { Translation } from '../../../message';
import type { pose as source } from '../../zh-CN/rules/pose';

export const pose: Translation<typeof source> = {
  'rule.pose.yaw': '頭部左右轉動',
  'advice.pose.yaw.left': '頭往左轉一點',
  'mend.pose.yaw.left': '頭偏向右側，請往左轉，正對鏡頭。',
  'fault.pose.yaw.left': '頭偏向右邊',
  'advice.pose.yaw.right': '頭往右轉一點',
  'mend.pose.yaw.right': '頭偏向左側，請往右轉，正對鏡頭。',
  'fault.pose.yaw.right': '頭偏向左邊',

  'rule.pose.pitch': '抬頭低頭',
  'advice.pose.pitch.up': '抬一點下巴',
  'mend.pose.pitch.up': '低頭了，請抬起下巴平視鏡頭。',
  'fault.pose.pitch.up': '低頭了',
  'advice.pose.pitch.down': '收一點下巴',
  'mend.pose.pitch.down': '仰頭了，請收下巴平視鏡頭。',
  'fault.pose.pitch.down': '仰頭了',

  'rule.pose.roll': '頭部傾斜',
  'advice.pose.roll.clockwise': '頭擺正',
  'mend.pose.roll.clockwise': '頭歪了，兩眼要一樣高。',
  'fault.pose.roll.clockwise': '頭歪了',
  'advice.pose.roll.anticlockwise': '頭擺正',
  'mend.pose.roll.anticlockwise': '頭歪了，兩眼要一樣高。',
  'fault.pose.roll.anticlockwise': '頭歪了',

  'rule.gaze.centred': '看著鏡頭',
  'advice.gaze.aside': '看著鏡頭',
  'mend.gaze.aside': '眼睛沒有看鏡頭。請看鏡頭，不要看螢幕。',
  'fault.gaze.aside': '眼睛沒有看鏡頭'
};
