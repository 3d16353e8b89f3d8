import type { Messages } from '../message';

/** Names of the finer rules, and what to do about them; as in `rules` and `advice`. */
export const finer = {
  'rule.light.back': { 'zh-CN': '脸比背景亮', en: 'Face not darker than the wall' },
  'advice.light.back': { 'zh-CN': '不要背光', en: 'Face the light' },
  'mend.light.back': {
    'zh-CN': '背景比脸亮得多，脸是暗的。请转身面向光，或离开窗户和灯。',
    en: 'The background is far brighter than the face. Turn to face the light, away from windows and lamps behind you.'
  },
  'rule.face.shadow': { 'zh-CN': '脸上没有阴影', en: 'No shadows on the face' },
  'advice.light.above': { 'zh-CN': '别站灯正下方', en: 'Move from under the lamp' },
  'mend.light.above': {
    'zh-CN': '光从头顶来，眼窝、鼻下和下巴有阴影。请离开顶灯，面向窗户或浅色墙面。',
    en: 'The light comes from overhead and shades eyes, lip and chin. Move from under the lamp and face a window.'
  },
  'rule.colour.natural': { 'zh-CN': '肤色自然', en: 'Natural colour' },
  'advice.colour.unnatural': { 'zh-CN': '换成白光', en: 'Use white light' },
  'mend.colour.unnatural': {
    'zh-CN': '肤色偏色，像是彩色光或滤镜。请用白光，关闭滤镜。',
    en: 'Skin has an odd colour, as under coloured light or a filter. Use white light and no filter.'
  },
  'rule.dynamic.range': { 'zh-CN': '脸部层次', en: 'Tonal range of the face' },
  'advice.light.flat': { 'zh-CN': '脸再亮一点', en: 'More light on the face' },
  'mend.light.flat': {
    'zh-CN': '脸上几乎没有明暗层次，可能太暗或压缩过度。请面向光线重拍，或使用原图。',
    en: 'The face shows hardly any tones: too dark, or compressed too much. Face the light, or use the original.'
  },
  'rule.luminance.variance': { 'zh-CN': '脸部明暗反差', en: 'Contrast on the face' },
  'advice.light.harsh': { 'zh-CN': '光再柔和一点', en: 'Softer light' },
  'mend.light.harsh': {
    'zh-CN': '脸上明暗反差太大。请避开直射光，让光从正面均匀照来。',
    en: 'Light and dark on the face differ too much. Keep out of direct light and face an even one.'
  },
  'rule.face.covered': { 'zh-CN': '口鼻没有遮挡', en: 'Nose and mouth uncovered' },
  'advice.face.covered': { 'zh-CN': '请摘下口罩', en: 'Take your mask off' },
  'mend.face.covered': {
    'zh-CN': '口鼻好像被口罩或手挡住了，请露出整张脸。',
    en: 'Nose or mouth seem covered, as by a mask or hand. Show your whole face.'
  },
  'rule.eyes.visible': { 'zh-CN': '头发不挡眼睛', en: 'Hair clear of the eyes' },
  'advice.eyes.hidden': { 'zh-CN': '头发别挡眼睛', en: 'Hair off the eyes' },
  'mend.eyes.hidden': {
    'zh-CN': '头发好像挡住了眼睛，请拨开或夹起来。',
    en: 'Hair seems to hang over an eye. Brush or pin it back.'
  },
  'rule.brows.visible': { 'zh-CN': '露出眉毛', en: 'Brows visible' },
  'advice.brows.hidden': { 'zh-CN': '露出眉毛', en: 'Show your brows' },
  'mend.brows.hidden': {
    'zh-CN': '刘海好像遮住了眉毛，请拨开或夹起来。',
    en: 'A fringe seems to cover your brows. Brush or pin it back.'
  },
  'rule.gaze.centred': { 'zh-CN': '看着镜头', en: 'Eyes on the lens' },
  'advice.gaze.aside': { 'zh-CN': '看着镜头', en: 'Look at the lens' },
  'mend.gaze.aside': {
    'zh-CN': '眼睛没有看镜头。请看镜头，不要看屏幕。',
    en: 'Your eyes look aside. Look at the lens, not at the screen.'
  },
  'rule.expression.neutral': { 'zh-CN': '表情自然', en: 'Calm expression' },
  'advice.expression.strong': { 'zh-CN': '放松表情', en: 'Relax your face' },
  'mend.expression.strong': {
    'zh-CN': '表情有些夸张，请放松，微笑时不露齿。',
    en: 'A strong expression. Relax; a smile with closed lips is fine.'
  },
  'rule.shoulders.level': { 'zh-CN': '双肩水平', en: 'Shoulders level' },
  'advice.shoulders.tilted': { 'zh-CN': '双肩放平', en: 'Level your shoulders' },
  'mend.shoulders.tilted': {
    'zh-CN': '双肩一高一低，请坐正，身体正对镜头。',
    en: 'One shoulder is higher. Sit straight and face the lens.'
  },
  'rule.glasses.glare': { 'zh-CN': '镜片没有反光', en: 'No reflections on glasses' },
  'advice.glasses.glare': { 'zh-CN': '眼镜有反光', en: 'Glasses reflect' },
  'mend.glasses.glare': {
    'zh-CN': '镜片好像有反光。请稍低头或移开灯，或摘下眼镜。',
    en: 'A lens seems to mirror a light. Tilt your head a little, move the lamp, or take the glasses off.'
  },
  'rule.glasses.tint': { 'zh-CN': '镜片无色', en: 'Clear lenses' },
  'advice.glasses.tinted': { 'zh-CN': '换无色眼镜', en: 'Use clear lenses' },
  'mend.glasses.tinted': {
    'zh-CN': '镜片好像有颜色。请换无色镜片或摘下。',
    en: 'The lenses seem tinted. Wear clear ones or none.'
  },
  'rule.crop.left': { 'zh-CN': '左侧留白', en: 'Room on the left' },
  'rule.crop.right': { 'zh-CN': '右侧留白', en: 'Room on the right' },
  'rule.crop.above': { 'zh-CN': '头上留白', en: 'Room above' },
  'rule.crop.below': { 'zh-CN': '下方留白', en: 'Room below' },
  'rule.clothing.contrast': { 'zh-CN': '衣服与背景有别', en: 'Clothes differ from the background' },
  'advice.clothing.likeBackground': { 'zh-CN': '换件深色衣服', en: 'Wear a darker top' },
  'mend.clothing.likeBackground': {
    'zh-CN': '衣服颜色和背景太接近，请换一件颜色不同、有领的衣服。',
    en: 'Your clothes are almost of the background’s colour. Wear a collared top of another one.'
  },
  'rule.background.colour': { 'zh-CN': '浅蓝色背景', en: 'Light-blue background' },
  'advice.background.notBlue': { 'zh-CN': '背景不是浅蓝', en: 'Not light blue' },
  'mend.background.notBlue': {
    'zh-CN': '背景不是浅蓝色，成品会换成规定的背景。请看清头发边缘是否自然。',
    en: 'The background is not light blue; the finished photo gets the right one. See that the edge of the hair looks natural.'
  },
  'rule.picture.rephotographed': { 'zh-CN': '不是翻拍', en: 'Not photographed again' },
  'advice.picture.rephotographed': { 'zh-CN': '请上传原图', en: 'Use the original' },
  'mend.picture.rephotographed': {
    'zh-CN': '好像是翻拍的屏幕或打印照片。请上传原图或重新拍摄。',
    en: 'This looks like a picture of a screen or print. Use the original file or take a new photo.'
  },
  'rule.picture.border': { 'zh-CN': '四周没有相纸或屏幕的边', en: 'No edge of a print or screen around it' },
  'rule.picture.beautified': { 'zh-CN': '没有美颜', en: 'Not beautified' },
  'advice.picture.beautified': { 'zh-CN': '关闭美颜', en: 'No beauty filter' },
  'mend.picture.beautified': {
    'zh-CN': '皮肤好像经过磨皮美颜。请关闭美颜重新拍摄。',
    en: 'Skin seems smoothed by a beauty filter. Switch it off and take it again.'
  }
} as const satisfies Messages;
