import type { Translation } from '../../../message';
import type { worn as source } from '../../zh-CN/rules/worn';

export const worn: Translation<typeof source> = {
  'rule.head.covering': 'Bare head',
  'advice.head.covered': 'Take your hat off',
  'mend.head.covered': 'This looks like a hat or headpiece. Take it off and take the photo again.',

  'rule.glasses.present': 'Glasses',
  'advice.glasses.present': 'Mind reflections on glasses',
  'mend.glasses.present':
    'You seem to wear glasses. Lenses must be clear and without reflections, the frame off the eyes; if unsure, take them off.',

  'rule.glasses.glare': 'No reflections on glasses',
  'advice.glasses.glare': 'Glasses reflect',
  'mend.glasses.glare':
    'A lens seems to mirror a light. Tilt your head a little, move the lamp, or take the glasses off.',

  'rule.glasses.tint': 'Clear lenses',
  'advice.glasses.tinted': 'Use clear lenses',
  'mend.glasses.tinted': 'The lenses seem tinted. Wear clear ones or none.',

  'rule.jewellery.present': 'No jewellery',
  'advice.jewellery.worn': 'Take jewellery off',
  'mend.jewellery.worn': 'There may be an earring or necklace. Take it off; if you wear none, go on.',

  'rule.clothing.contrast': 'Clothes differ from the background',
  'advice.clothing.likeBackground': 'Wear a darker top',
  'mend.clothing.likeBackground':
    'Your clothes are almost of the background’s colour. Wear a collared top of another one.'
};
