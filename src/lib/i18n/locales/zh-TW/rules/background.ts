import type { Translation } from '../../../message';
import type { background as source } from '../../zh-CN/rules/background';

export const background: Translation<typeof source> = {
  'rule.background.contrast': '頭髮與背景有別',
  'advice.background.likeSitter': '換一面牆',
  'mend.background.likeSitter': '頭髮和牆的顏色太接近，分不清邊緣。請換到淺色的牆前，或把燈打開。',
  'fault.background.likeSitter': '頭髮和牆顏色太近',

  'rule.background.uniform': '背景乾淨',
  'advice.background.busy': '換一面乾淨的牆',
  'mend.background.busy': '背景太雜，頭髮邊緣可能處理不乾淨。請站到白牆或淺色牆前。',
  'fault.background.busy': '背景太雜',

  'rule.background.colour': '淺藍色背景',
  'advice.background.notBlue': '背景不是淺藍',
  'mend.background.notBlue': '背景不是淺藍色，成品會換成規定的背景。請看清楚頭髮邊緣是否自然。',
  'fault.background.notBlue': '背景不是淺藍色'
};
