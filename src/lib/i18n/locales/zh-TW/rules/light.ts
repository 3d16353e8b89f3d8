import type { Translation } from '../../../message';
import type { light as source } from '../../zh-CN/rules/light';

export const light: Translation<typeof source> = {
  'rule.light.level': '光線充足',
  'rule.luminance.mean': '臉部亮度',
  'rule.exposure.under': '臉部不過暗',
  'rule.exposure.over': '臉部不過曝',
  'advice.light.tooDark': '光線再亮一點',
  'mend.light.tooDark': '光線太暗，請面向窗戶，或靠近白色日光燈。',
  'fault.light.tooDark': '太暗了',
  'advice.light.tooBright': '光太強了',
  'mend.light.tooBright': '臉上過曝，請避開直射的光。',
  'fault.light.tooBright': '臉上過曝',

  'rule.light.balance': '左右光線',
  'advice.light.fromLeft': '臉朝左邊轉一點，對著光',
  'mend.light.fromLeft': '光從你的左側來，右臉偏暗。請正對光源。',
  'fault.light.fromLeft': '光從左邊來',
  'advice.light.fromRight': '臉朝右邊轉一點，對著光',
  'mend.light.fromRight': '光從你的右側來，左臉偏暗。請正對光源。',
  'fault.light.fromRight': '光從右邊來',

  'rule.illumination.uniform': '光線均勻',
  'advice.light.uneven': '讓光線更均勻',
  'mend.light.uneven': '左右臉光線不一致，請盡量正對光源。',
  'fault.light.uneven': '光線不均勻',

  'rule.sharpness': '清晰度',
  'advice.image.blurred': '拿穩別動',
  'mend.image.blurred': '照片不夠清晰，請擦淨鏡頭、拿穩再拍。',
  'fault.image.blurred': '照片不清晰',

  'rule.light.back': '臉比背景亮',
  'advice.light.back': '不要背光',
  'mend.light.back': '背景比臉亮得多，臉是暗的。請轉身面向光，或離開窗戶和燈。',
  'fault.light.back': '背光',

  'rule.face.shadow': '臉上沒有陰影',
  'advice.light.above': '別站燈正下方',
  'mend.light.above': '光從頭頂來，眼窩、鼻下和下巴有陰影。請離開頂燈，面向窗戶或淺色牆面。',
  'fault.light.above': '臉上有陰影',

  'rule.colour.natural': '膚色自然',
  'advice.colour.unnatural': '換成白光',
  'mend.colour.unnatural': '膚色偏色，像是彩色光或濾鏡。請用白光，關閉濾鏡。',
  'fault.colour.unnatural': '膚色偏色',

  'rule.dynamic.range': '臉部細節清楚',
  'advice.light.flat': '臉再亮一點',
  'mend.light.flat': '臉上幾乎沒有明暗層次，可能太暗或壓縮過度。請面向光線重拍，或使用原圖。',
  'fault.light.flat': '臉部細節不清楚',

  'rule.luminance.variance': '臉部明暗對比',
  'advice.light.harsh': '光再柔和一點',
  'mend.light.harsh': '臉上明暗對比太大。請避開直射光，讓光從正面均勻照來。',
  'fault.light.harsh': '臉上明暗對比太大'
};
