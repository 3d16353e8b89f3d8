import type { Translation } from '../../../message';
import type { other as source } from '../../zh-CN/rules/other';

export const other: Translation<typeof source> = {
  'rule.unknown': 'Another check',
  'advice.unknown': 'Please adjust',
  'mend.unknown': 'Please adjust and take it again.',
  'fault.unknown': 'To be adjusted',

  'mend.review.covered':
    'Eyebrows, eyes or ears are covered. Brush the hair aside, take off any hat, and take it again.',
  'mend.review.pose':
    'Head or shoulders are not straight. Face the lens with level shoulders and take it again.',
  'mend.review.frame':
    'The framing does not fit. Keep crown, both shoulders and chest in view and take it again.',
  'mend.review.background':
    'The background or the edges of hair and shoulders are not clean. Stand 1 m in front of a light wall and take it again.',
  'mend.review.glasses':
    'Glasses are tinted or reflect. Take them off (no coloured lenses either) and take it again.',
  'mend.review.jewellery': 'Take off earrings, necklace and hair ornaments and take it again.',
  'mend.review.clothes': 'Wear a collared top in a colour unlike the background and take it again.',
  'mend.review.retouched': 'The photo was retouched. Switch any beauty filter off and take it again.',
  'mend.review.rephotographed': 'This is a picture of a picture. Please take a new one of yourself.',
  'mend.review.notOwn':
    'The photo does not fit the registered student. Take one of yourself; ask your school if in doubt.'
};
