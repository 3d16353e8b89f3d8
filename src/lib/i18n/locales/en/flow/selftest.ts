import type { Translation } from '../../../message';
import type { selftest as source } from '../../zh-CN/flow/selftest';

export const selftest: Translation<typeof source> = {
  'selftest.title': 'Self-test of the measures',
  'selftest.text':
    'Draws portraits whose answer is known on this device, changes one thing at a time and sees whether the measured curve stays within its tolerance. All of it takes some minutes, uses no camera and sends nothing.',
  'selftest.all': 'Run everything',
  'selftest.run': 'Run: {title}',
  'selftest.running': 'Drawing and measuring…',
  'selftest.within': 'Within its tolerance.',
  'selftest.faults': 'Outside its tolerance:',
  'selftest.plot': '{title}: measured curve of {name}; green is the truth and its tolerance',
  'selftest.clean': 'Sitters with nothing to object to',
  'selftest.trouble': 'The self-test was interrupted. Reload the page and try again.',

  'selftest.sweep.yaw': 'Head turned to the side',
  'selftest.sweep.pitch': 'Chin raised or lowered',
  'selftest.sweep.roll': 'Head tilted',
  'selftest.sweep.mouth': 'Mouth opening',
  'selftest.sweep.eyes': 'Eyes closing',
  'selftest.sweep.side-light': 'Light from the left … right of the picture',
  'selftest.sweep.top-light': 'Light from above',
  'selftest.sweep.back-light': 'Light from behind',
  'selftest.sweep.glasses': 'Glasses: none, clear, tinted, with a reflection',
  'selftest.sweep.fringe': 'Fringe',
  'selftest.sweep.exposure': 'Exposure',
  'selftest.sweep.blur': 'Blur',
  'selftest.sweep.wall': 'Texture of the wall',
  'selftest.sweep.distance': 'Head size',
  'selftest.sweep.height': 'Head high or low in the frame'
};
