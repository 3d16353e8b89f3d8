import type { Translation } from '../../../message';
import type { file as source } from '../../zh-CN/rules/file';

export const file: Translation<typeof source> = {
  'rule.file.jpeg': '檔案格式',
  'advice.file.notJpeg': '請用 JPG 照片',
  'mend.file.notJpeg': '上傳要求 JPG 格式。成品會存成 JPG，最好上傳相機拍的 JPG 原檔。',
  'fault.file.notJpeg': '不是 JPG 檔案',

  'rule.file.width': '照片寬度',
  'rule.file.height': '照片高度',
  'advice.file.fewPixels': '照片像素太小',
  'mend.file.fewPixels': '不到 {min}，放大後不清晰。請上傳原檔，不要用截圖或聊天軟體壓縮過的圖。',
  'fault.file.fewPixels': '像素太少',
  'advice.file.manyPixels': '照片像素偏大',
  'mend.file.manyPixels': '超過 {max}，成品會自動縮小到規定尺寸。',
  'fault.file.manyPixels': '像素偏多',

  'rule.file.bytes': '檔案大小',
  'advice.file.fewBytes': '照片壓縮過度',
  'mend.file.fewBytes': '檔案小於 {min}，可能壓縮過度。請上傳原檔。',
  'fault.file.fewBytes': '壓縮過度',
  'advice.file.manyBytes': '檔案偏大',
  'mend.file.manyBytes': '檔案大於 {max}，成品會自動壓縮到規定大小。',
  'fault.file.manyBytes': '檔案偏大',

  'rule.file.proportion': '寬高比例',
  'advice.file.proportion': '換一張比例合適的',
  'mend.file.proportion': '照片不是 {ratio}，會自動裁切。請看清楚裁切後頭部和肩膀是否完整。',
  'fault.file.proportion': '寬高比例不合適',

  'rule.picture.rephotographed': '不是翻拍',
  'rule.picture.border': '四周沒有相紙或螢幕的邊',
  'advice.picture.rephotographed': '請上傳原圖',
  'mend.picture.rephotographed': '好像是翻拍的螢幕或印出來的照片。請上傳原圖或重新拍攝。',
  'fault.picture.rephotographed': '像是翻拍的',

  'rule.picture.beautified': '沒有美顏',
  'advice.picture.beautified': '關閉美顏',
  'mend.picture.beautified': '皮膚好像經過磨皮美顏。請關閉美顏重新拍攝。',
  'fault.picture.beautified': '用了美顏',

  'rule.picture.coloured': '彩色照片',
  'advice.picture.grey': '請用彩色照片',
  'mend.picture.grey': '照片是黑白或單色的。請關閉濾鏡，拍彩色照片。',
  'fault.picture.grey': '黑白照片',

  'rule.picture.age': '近期拍攝',
  'advice.picture.old': '請用近期照片',
  'mend.picture.old': '照片拍攝於 {max} 個月以前。請上傳近期照片，或重新拍攝。',
  'fault.picture.old': '照片不是近期的'
};
