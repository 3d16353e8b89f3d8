import type { Texts } from '../../../message';

/** Rules about the background. */
export const background = {
  'rule.background.contrast': '头发与背景有别',
  'advice.background.likeSitter': '换一面墙',
  'mend.background.likeSitter': '头发和墙的颜色太接近，分不清边缘。请换到浅色的墙前，或把灯打开。',
  'fault.background.likeSitter': '头发和墙颜色太近',

  'rule.background.uniform': '背景干净',
  'advice.background.busy': '换一面干净的墙',
  'mend.background.busy': '背景太杂，头发边缘可能处理不干净。请站到白墙或浅色墙前。',
  'fault.background.busy': '背景太杂',

  'rule.background.colour': '浅蓝色背景',
  'advice.background.notBlue': '背景不是浅蓝',
  'mend.background.notBlue': '背景不是浅蓝色，成品会换成规定的背景。请看清头发边缘是否自然。',
  'fault.background.notBlue': '背景不是浅蓝色'
} satisfies Texts;
