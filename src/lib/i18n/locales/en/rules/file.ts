import type { Translation } from '../../../message';
import type { file as source } from '../../zh-CN/rules/file';

export const file: Translation<typeof source> = {
  'rule.file.jpeg': 'File format',
  'advice.file.notJpeg': 'Use a JPEG',
  'mend.file.notJpeg':
    'An upload should be a JPEG. The finished photo will be one; the camera’s own JPEG is best.',
  'fault.file.notJpeg': 'Not a JPEG',

  'rule.file.width': 'Picture width',
  'rule.file.height': 'Picture height',
  'advice.file.fewPixels': 'Too few pixels',
  'mend.file.fewPixels':
    'Less than {min}: enlarging blurs it. Use the original, not a screenshot or a picture from a chat.',
  'fault.file.fewPixels': 'Too few pixels',
  'advice.file.manyPixels': 'Many pixels',
  'mend.file.manyPixels': 'More than {max}. The finished photo is scaled to the size asked for.',
  'fault.file.manyPixels': 'Many pixels',

  'rule.file.bytes': 'File size',
  'advice.file.fewBytes': 'Compressed too much',
  'mend.file.fewBytes': 'Under {min}: probably compressed too much. Use the original.',
  'fault.file.fewBytes': 'Compressed too much',
  'advice.file.manyBytes': 'Large file',
  'mend.file.manyBytes': 'Over {max}. The finished photo is brought to the size asked for.',
  'fault.file.manyBytes': 'Large file',

  'rule.file.proportion': 'Proportions',
  'advice.file.proportion': 'Other proportions',
  'mend.file.proportion': 'Not {ratio}, so it is cropped. See that head and shoulders are whole afterwards.',
  'fault.file.proportion': 'Other proportions',

  'rule.picture.rephotographed': 'Not photographed again',
  'rule.picture.border': 'No edge of a print or screen around it',
  'advice.picture.rephotographed': 'Use the original',
  'mend.picture.rephotographed':
    'This looks like a picture of a screen or print. Use the original file or take a new photo.',
  'fault.picture.rephotographed': 'A picture of a picture',

  'rule.picture.beautified': 'Not beautified',
  'advice.picture.beautified': 'No beauty filter',
  'mend.picture.beautified': 'Skin seems smoothed by a beauty filter. Switch it off and take it again.',
  'fault.picture.beautified': 'Beauty filter used',

  'rule.picture.coloured': 'Photo in colour',
  'advice.picture.grey': 'Use a colour photo',
  'mend.picture.grey':
    'The picture is black and white or of one tone. Switch any filter off and take it in colour.',
  'fault.picture.grey': 'Black and white',

  'rule.picture.age': 'Taken recently',
  'advice.picture.old': 'Use a recent photo',
  'mend.picture.old':
    'The picture was taken more than {max} months ago. Use a recent one, or take a new one.',
  'fault.picture.old': 'Not a recent photo'
};
