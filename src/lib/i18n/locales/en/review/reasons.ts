import type { Translation } from '../../../message';
import type { reasons as source } from '../../zh-CN/review/reasons';

export const reasons: Translation<typeof source> = {
  'reason.unknown': 'Another reason',
  'reason.eyes.closed': 'Eyes closed or looking away',
  'reason.mouth.open': 'Mouth open or teeth showing',
  'reason.light.uneven': 'Uneven light or shadows',
  'reason.image.blurred': 'Not sharp',
  'reason.review.covered': 'Brows, eyes or ears covered',
  'reason.review.pose': 'Head or shoulders not straight',
  'reason.review.frame': 'Framing (crown, shoulders, size)',
  'reason.review.background': 'Background or edges not clean',
  'reason.review.glasses': 'Glasses tinted or reflecting',
  'reason.review.jewellery': 'Jewellery or ornaments',
  'reason.review.clothes': 'Clothes',
  'reason.review.retouched': 'Retouched',
  'reason.review.rephotographed': 'Photo of a photo, or a scan',
  'reason.review.notOwn': 'Not the student'
};
