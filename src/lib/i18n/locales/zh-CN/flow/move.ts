import type { Texts } from '../../../message';

/** Moving the crop by hand, and photos whose background stays, on the check page. */
export const move = {
  'check.move.title': '手动调整位置和大小',
  'check.move.how': '拖动照片，或用按钮、方向键和加减键。只能在规定的范围内移动。',
  'check.move.preview': '调整后的样子，可以拖动',
  'check.move.up': '往上',
  'check.move.down': '往下',
  'check.move.left': '往左',
  'check.move.right': '往右',
  'check.move.smaller': '缩小',
  'check.move.larger': '放大',
  'check.move.toUp': '往上 {pixels} 像素',
  'check.move.toDown': '往下 {pixels} 像素',
  'check.move.toLeft': '往左 {pixels} 像素',
  'check.move.toRight': '往右 {pixels} 像素',
  'check.move.size': '大小 {percent}%',
  'check.move.and': '，',
  'check.move.none': '没有移动',
  'check.move.end': '已到规定范围的边缘。',
  'check.move.make': '按这个位置制作',
  'check.move.reset': '还原',
  'check.move.pending': '位置已调整：请先按这个位置制作，或还原。',
  'check.move.stage': '正在按这个位置制作…',
  'check.move.kept': '原来的照片还在，可以照常使用。',
  'check.move.refused': '这样制作的照片没有通过检测，保留了原来的照片。',
  'check.asIs': '这次采集保留照片原来的背景：只检测、裁剪和缩放，不替换任何内容。',
  'home.promiseAsIs': '检测和裁剪都在这台设备上完成，照片的背景保持原样，只有成品照片会被提交。',
  'instructions.asIs': '照片的背景不会被替换，请用符合要求的背景拍。',
  'capture.stage.crop': '正在裁剪照片…'
} satisfies Texts;
