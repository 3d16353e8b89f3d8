import type { Translation } from '../../../message';
import type { move as source } from '../../zh-CN/flow/move';

export const move: Translation<typeof source> = {
  'check.move.title': '手動調整位置和大小',
  'check.move.how': '拖曳照片，或用按鈕、方向鍵和加減鍵。只能在規定的範圍內移動。',
  'check.move.preview': '調整後的樣子，可以拖曳',
  'check.move.up': '往上',
  'check.move.down': '往下',
  'check.move.left': '往左',
  'check.move.right': '往右',
  'check.move.smaller': '縮小',
  'check.move.larger': '放大',
  'check.move.toUp': '往上 {pixels} 像素',
  'check.move.toDown': '往下 {pixels} 像素',
  'check.move.toLeft': '往左 {pixels} 像素',
  'check.move.toRight': '往右 {pixels} 像素',
  'check.move.size': '大小 {percent}%',
  'check.move.and': '，',
  'check.move.none': '沒有移動',
  'check.move.end': '已到規定範圍的邊緣。',
  'check.move.make': '按這個位置製作',
  'check.move.reset': '還原',
  'check.move.pending': '位置已調整：請先按這個位置製作，或還原。',
  'check.move.stage': '正在按這個位置製作…',
  'check.move.kept': '原來的照片還在，可以照常使用。',
  'check.move.refused': '這樣製作的照片沒有通過檢查，保留了原來的照片。',
  'check.asIs': '這次採集保留照片原來的背景：只檢查、裁剪和縮放，不替換任何內容。',
  'home.promiseAsIs': '檢查和裁剪都在這台裝置上完成，照片的背景保持原樣，只有成品照片會被提交。',
  'instructions.asIs': '照片的背景不會被替換，請用符合要求的背景拍。',
  'capture.stage.crop': '正在裁剪照片…'
};
