import type { Translation } from '../../../message';
import type { frame as source } from '../../zh-CN/rules/frame';

export const frame: Translation<typeof source> = {
  'rule.head.geometry': 'Framing',
  'advice.frame.tooClose': 'Step back',
  'mend.frame.tooClose':
    'Too close: the chest is not in the picture. Step back until head and chest are in view.',
  'fault.frame.tooClose': 'Too close',
  'advice.frame.tooLow': 'Sit up taller',
  'mend.frame.tooLow':
    'You are too low in the picture: the chest is missing. Sit higher or lower the camera.',
  'fault.frame.tooLow': 'Too low in the picture',
  'advice.frame.shouldersCut': 'Show both shoulders',
  'mend.frame.shouldersCut': 'Both shoulders are cut off at the sides. Step back until they are in view.',
  'fault.frame.shouldersCut': 'Shoulders cut off',
  'advice.frame.tooFar': 'Come closer',
  'mend.frame.tooFar': 'The face is too small. Come closer.',
  'fault.frame.tooFar': 'Too far away',
  'advice.frame.crownCut': 'Show your whole head',
  'mend.frame.crownCut': 'The top of the head is cut off. Step back or lower yourself and leave room above.',
  'fault.frame.crownCut': 'Top of the head cut off',
  'advice.frame.offCentre': 'Move to the middle',
  'advice.frame.offCentre.left': 'A little to your left',
  'advice.frame.offCentre.right': 'A little to your right',
  'mend.frame.offCentre': 'You are not in the middle. Move a little.',
  'fault.frame.offCentre': 'Not in the middle',
  'fault.frame.offCentre.left': 'Not in the middle',
  'fault.frame.offCentre.right': 'Not in the middle',
  'mend.frame.offCentre.left': 'You are not in the middle. Move a little to your left.',
  'mend.frame.offCentre.right': 'You are not in the middle. Move a little to your right.',

  'rule.face.width': 'Face width',
  'rule.face.centred': 'Centred',
  'rule.eyes.distance': 'Distance between the eyes',
  'rule.head.size': 'Head size',
  'rule.crop.left': 'Room on the left',
  'rule.crop.right': 'Room on the right',
  'rule.crop.above': 'Room above',
  'rule.crop.below': 'Room below',

  'rule.crown.position': 'Top of the hair',
  'advice.frame.crownHigh': 'Sit lower',
  'mend.frame.crownHigh': 'The hair is too near the top edge. Step back and take it again.',
  'fault.frame.crownHigh': 'Head too near the top',
  'advice.frame.crownLow': 'Sit up taller',
  'mend.frame.crownLow': 'There is too much room above the hair. Come closer and take it again.',
  'fault.frame.crownLow': 'Head too far from the top',

  'rule.eyeLine.position': 'Eye line',
  'advice.frame.eyesHigh': 'Raise the camera',
  'mend.frame.eyesHigh': 'The eye line is too high. Look straight at the lens and take it again.',
  'fault.frame.eyesHigh': 'Eyes too high',
  'advice.frame.eyesLow': 'Step back',
  'mend.frame.eyesLow': 'The eye line is too low. Step back; flatten high hair.',
  'fault.frame.eyesLow': 'Eyes too low',

  'rule.shoulders.level': 'Shoulders level',
  'advice.shoulders.tilted': 'Level your shoulders',
  'mend.shoulders.tilted': 'One shoulder is higher. Sit straight and face the lens.',
  'fault.shoulders.tilted': 'Shoulders not level',

  'rule.eyeLine.height': 'Eyes above the bottom edge',
  'rule.chin.height': 'Chin above the bottom edge',
  'rule.head.height': 'Head height',
  'rule.eyes.apart': 'Distance between the eyes on the photo'
};
