import type { Translation } from '../../../message';
import type { face as source } from '../../zh-CN/rules/face';

export const face: Translation<typeof source> = {
  'rule.face.single': 'A single face',
  'advice.face.none': 'Move into the frame',
  'mend.face.none': 'No face was found. Face the lens in good light.',
  'fault.face.none': 'No face found',
  'advice.face.several': 'Only one person',
  'mend.face.several': 'Someone else is in the picture. Take it alone.',
  'fault.face.several': 'More than one person',

  'rule.eyes.open': 'Eyes open',
  'advice.eyes.closed': 'Open your eyes',
  'mend.eyes.closed': 'Your eyes are not fully open. Look at the lens.',
  'fault.eyes.closed': 'Eyes not fully open',

  'rule.eyes.red': 'No red eyes',
  'advice.eyes.red': 'No flash',
  'mend.eyes.red': 'The pupils glow red, as by a flash. Switch the flash off and take it again.',
  'fault.eyes.red': 'Red eyes',

  'rule.mouth.closed': 'Mouth closed',
  'advice.mouth.open': 'Close your mouth',
  'mend.mouth.open': 'Your mouth is open or teeth show. Close it; a closed-lip smile is fine.',
  'fault.mouth.open': 'Mouth open',

  'rule.expression.neutral': 'Calm expression',
  'advice.expression.strong': 'Relax your face',
  'mend.expression.strong': 'A strong expression. Relax; a smile with closed lips is fine.',
  'fault.expression.strong': 'Strong expression',

  'rule.face.covered': 'Nose and mouth uncovered',
  'advice.face.covered': 'Take your mask off',
  'mend.face.covered': 'Nose or mouth seem covered, as by a mask or hand. Show your whole face.',
  'fault.face.covered': 'Nose or mouth covered',

  'rule.eyes.visible': 'Hair clear of the eyes',
  'advice.eyes.hidden': 'Hair off the eyes',
  'mend.eyes.hidden': 'Hair seems to hang over an eye. Brush or pin it back.',
  'fault.eyes.hidden': 'Hair over the eyes',

  'rule.brows.visible': 'Brows visible',
  'advice.brows.hidden': 'Show your brows',
  'mend.brows.hidden': 'A fringe seems to cover your brows. Brush or pin it back.',
  'fault.brows.hidden': 'Brows covered',

  'rule.ears.visible': 'Ears visible',
  'advice.ears.hidden': 'Show your ears',
  'mend.ears.hidden': 'Hair seems to cover your ears. Tuck it behind them or tie it back.',
  'fault.ears.hidden': 'Ears covered'
};
