import type { Translation } from '../../../message';
import type { worn as source } from '../../zh-CN/rules/worn';

export const worn: Translation<typeof source> = {
  'rule.head.covering': 'Bare head',
  'advice.head.covered': 'Take your hat off',
  'mend.head.covered':
    'This looks like a hat or headpiece: take it off. Worn for religion, medicine or culture it may stay if the face is neither covered nor shaded; the reviewer is told.',
  'fault.head.covered': 'Hat or headpiece',

  'rule.glasses.present': 'Glasses',
  'advice.glasses.present': 'Mind reflections on glasses',
  'mend.glasses.present':
    'You seem to wear glasses. Keep them on if you usually wear them: lenses clear and without reflections, the frame off the eyes. Otherwise take them off.',
  'fault.glasses.present': 'Glasses',

  'rule.glasses.glare': 'No reflections on glasses',
  'advice.glasses.glare': 'Glasses reflect',
  'mend.glasses.glare':
    'A lens seems to mirror a light. Tilt your head a little, move the lamp, or take the glasses off.',
  'fault.glasses.glare': 'Glare on glasses',

  'rule.glasses.tint': 'Clear lenses',
  'advice.glasses.tinted': 'Use clear lenses',
  'mend.glasses.tinted': 'The lenses seem tinted. Wear clear ones or none.',
  'fault.glasses.tinted': 'Tinted lenses',

  'rule.jewellery.present': 'No jewellery',
  'advice.jewellery.worn': 'Take jewellery off',
  'mend.jewellery.worn': 'There may be an earring or necklace. Take it off; if you wear none, go on.',
  'fault.jewellery.worn': 'Jewellery',

  'rule.clothing.bare': 'Shoulders covered',
  'advice.clothing.bare': 'Wear a top with sleeves',
  'mend.clothing.bare': 'Your shoulders seem bare. Wear a top with a collar and sleeves.',
  'fault.clothing.bare': 'Bare shoulders',

  'rule.clothing.pattern': 'Plain clothes',
  'advice.clothing.patterned': 'Wear a plain top',
  'mend.clothing.patterned': 'There seem to be bold stripes or patterns on your clothes. Wear a plain top.',
  'fault.clothing.patterned': 'Bold stripes or pattern',

  'rule.clothing.contrast': 'Clothes differ from the background',
  'advice.clothing.likeBackground': 'Wear a darker top',
  'mend.clothing.likeBackground':
    'Your clothes are almost of the background’s colour. Wear a collared top of another one.',
  'fault.clothing.likeBackground': 'Clothes like the background',

  'advice.glasses.forbidden': 'Take your glasses off',
  'mend.glasses.forbidden':
    'You seem to wear glasses. They are not allowed on this photo: take them off and take it again.',
  'fault.glasses.forbidden': 'Glasses',
  'advice.head.coveredNever': 'Take your hat off',
  'mend.head.coveredNever':
    'This looks like a hat or headpiece. This photo must be bare-headed: take it off and take it again.',
  'fault.head.coveredNever': 'Hat or headpiece'
};
