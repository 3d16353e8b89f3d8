import type { Translation } from '../../../message';
import type { background as source } from '../../zh-CN/rules/background';

export const background: Translation<typeof source> = {
  'rule.background.contrast': 'Hair differs from the wall',
  'advice.background.likeSitter': 'Find another wall',
  'mend.background.likeSitter':
    'Hair and wall have nearly the same colour. Stand in front of a lighter wall, or turn on the light.',
  'fault.background.likeSitter': 'Hair and wall look alike',

  'rule.background.uniform': 'Plain background',
  'advice.background.busy': 'Find a plainer wall',
  'mend.background.busy':
    'The background is busy, which may spoil the edge of the hair. Stand in front of a plain light wall.',
  'fault.background.busy': 'Busy background',

  'rule.background.colour': 'Light-blue background',
  'advice.background.notBlue': 'Not light blue',
  'mend.background.notBlue':
    'The background is not light blue; the finished photo gets the right one. See that the edge of the hair looks natural.',
  'fault.background.notBlue': 'Background not light blue'
};
