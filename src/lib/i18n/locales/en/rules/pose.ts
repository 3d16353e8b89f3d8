import type { Translation } from '../../../message';
import type { pose as source } from '../../zh-CN/rules/pose';

export const pose: Translation<typeof source> = {
  'rule.pose.yaw': 'Head turned',
  'advice.pose.yaw.left': 'Turn a little left',
  'mend.pose.yaw.left': 'Your head is turned right. Turn left to face the lens.',
  'fault.pose.yaw.left': 'Head turned right',
  'advice.pose.yaw.right': 'Turn a little right',
  'mend.pose.yaw.right': 'Your head is turned left. Turn right to face the lens.',
  'fault.pose.yaw.right': 'Head turned left',

  'rule.pose.pitch': 'Chin up or down',
  'advice.pose.pitch.up': 'Chin up a little',
  'mend.pose.pitch.up': 'Your chin is down. Raise it and look straight ahead.',
  'fault.pose.pitch.up': 'Chin down',
  'advice.pose.pitch.down': 'Chin down a little',
  'mend.pose.pitch.down': 'Your chin is up. Lower it and look straight ahead.',
  'fault.pose.pitch.down': 'Chin up',

  'rule.pose.roll': 'Head tilted',
  'advice.pose.roll.clockwise': 'Straighten your head',
  'mend.pose.roll.clockwise': 'Your head is tilted. Both eyes should be level.',
  'fault.pose.roll.clockwise': 'Head tilted',
  'advice.pose.roll.anticlockwise': 'Straighten your head',
  'mend.pose.roll.anticlockwise': 'Your head is tilted. Both eyes should be level.',
  'fault.pose.roll.anticlockwise': 'Head tilted',

  'rule.gaze.centred': 'Eyes on the lens',
  'advice.gaze.aside': 'Look at the lens',
  'mend.gaze.aside': 'Your eyes look aside. Look at the lens, not at the screen.',
  'fault.gaze.aside': 'Eyes not on the lens'
};
