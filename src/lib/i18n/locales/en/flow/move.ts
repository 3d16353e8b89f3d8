import type { Translation } from '../../../message';
import type { move as source } from '../../zh-CN/flow/move';

export const move: Translation<typeof source> = {
  'check.move.title': 'Adjust position and size by hand',
  'check.move.how':
    'Drag the photo, or use the buttons, the arrow keys, plus and minus. It moves only as far as the rules allow.',
  'check.move.preview': 'The photo as adjusted; it can be dragged',
  'check.move.up': 'Up',
  'check.move.down': 'Down',
  'check.move.left': 'To the left',
  'check.move.right': 'To the right',
  'check.move.smaller': 'Smaller',
  'check.move.larger': 'Larger',
  'check.move.toUp': '{pixels} px up',
  'check.move.toDown': '{pixels} px down',
  'check.move.toLeft': '{pixels} px to the left',
  'check.move.toRight': '{pixels} px to the right',
  'check.move.size': 'size {percent}%',
  'check.move.and': ', ',
  'check.move.none': 'Not moved',
  'check.move.end': 'This is as far as the rules allow.',
  'check.move.make': 'Make the photo like this',
  'check.move.reset': 'Reset',
  'check.move.pending': 'You have moved it: make the photo like this first, or reset.',
  'check.move.stage': 'Making the photo like this…',
  'check.move.kept': 'Your photo is still here and can be used as it is.',
  'check.move.refused': 'Made like this, the photo does not pass; the one before it was kept.',
  'check.asIs':
    'This collection keeps the photo’s own background: it is checked, cropped and scaled, and nothing in it is replaced.',
  'home.promiseAsIs':
    'Checking and cropping happen on this device, the background stays as it is, and only the finished photo is submitted.',
  'instructions.asIs': 'The background is not replaced: take the photo in front of one that meets the rules.',
  'capture.stage.crop': 'Cropping the photo…'
};
