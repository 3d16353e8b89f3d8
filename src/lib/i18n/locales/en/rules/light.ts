import type { Translation } from '../../../message';
import type { light as source } from '../../zh-CN/rules/light';

export const light: Translation<typeof source> = {
  'rule.light.level': 'Enough light',
  'rule.luminance.mean': 'Brightness of the face',
  'rule.exposure.under': 'Face not too dark',
  'rule.exposure.over': 'Face not overexposed',
  'advice.light.tooDark': 'More light, please',
  'mend.light.tooDark': 'Too dark. Face a window or move near a white lamp.',
  'fault.light.tooDark': 'Too dark',
  'advice.light.tooBright': 'Too bright',
  'mend.light.tooBright': 'The face is blown out. Keep out of direct light.',
  'fault.light.tooBright': 'Face overexposed',

  'rule.light.balance': 'Light from both sides',
  'advice.light.fromLeft': 'Turn left, to the light',
  'mend.light.fromLeft': 'The light comes from your left and your right side is dark. Face the light.',
  'fault.light.fromLeft': 'Light from the left',
  'advice.light.fromRight': 'Turn right, to the light',
  'mend.light.fromRight': 'The light comes from your right and your left side is dark. Face the light.',
  'fault.light.fromRight': 'Light from the right',

  'rule.illumination.uniform': 'Even light',
  'advice.light.uneven': 'Even out the light',
  'mend.light.uneven': 'The light differs from side to side. Face the light.',
  'fault.light.uneven': 'Uneven light',

  'rule.sharpness': 'Sharpness',
  'advice.image.blurred': 'Hold still',
  'mend.image.blurred': 'Not sharp enough. Clean the lens and hold still.',
  'fault.image.blurred': 'Not sharp',

  'rule.light.back': 'Face not darker than the wall',
  'advice.light.back': 'Face the light',
  'mend.light.back':
    'The background is far brighter than the face. Turn to face the light, away from windows and lamps behind you.',
  'fault.light.back': 'Light from behind',

  'rule.face.shadow': 'No shadows on the face',
  'advice.light.above': 'Move from under the lamp',
  'mend.light.above':
    'The light comes from overhead and shades eyes, lip and chin. Move from under the lamp and face a window.',
  'fault.light.above': 'Shadows on the face',

  'rule.colour.natural': 'Natural colour',
  'advice.colour.unnatural': 'Use white light',
  'mend.colour.unnatural':
    'Skin has an odd colour, as under coloured light or a filter. Use white light and no filter.',
  'fault.colour.unnatural': 'Odd skin colour',

  'rule.dynamic.range': 'Detail of the face visible',
  'advice.light.flat': 'More light on the face',
  'mend.light.flat':
    'The face shows hardly any tones: too dark, or compressed too much. Face the light, or use the original.',
  'fault.light.flat': 'Little detail in the face',

  'rule.luminance.variance': 'Contrast on the face',
  'advice.light.harsh': 'Softer light',
  'mend.light.harsh':
    'Light and dark on the face differ too much. Keep out of direct light and face an even one.',
  'fault.light.harsh': 'Harsh light and shade'
};
