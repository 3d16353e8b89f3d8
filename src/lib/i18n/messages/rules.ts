import type { Messages } from '../message';

/** Names of the rules, by measure id. */
export const rules = {
  'rule.unknown': { 'zh-CN': '其他检测', en: 'Another check' },
  'rule.face.single': { 'zh-CN': '只有一张脸', en: 'A single face' },
  'rule.head.geometry': { 'zh-CN': '取景范围', en: 'Framing' },
  'rule.exposure.under': { 'zh-CN': '脸部暗部', en: 'Dark parts of the face' },
  'rule.exposure.over': { 'zh-CN': '脸部高光', en: 'Blown-out parts of the face' },
  'rule.luminance.mean': { 'zh-CN': '脸部亮度', en: 'Brightness of the face' },
  'rule.light.level': { 'zh-CN': '现场光线', en: 'Light in the room' },
  'rule.light.balance': { 'zh-CN': '左右光线', en: 'Light from both sides' },
  'rule.illumination.uniform': { 'zh-CN': '光线均匀', en: 'Even light' },
  'rule.pose.yaw': { 'zh-CN': '头部左右转动', en: 'Head turned' },
  'rule.pose.pitch': { 'zh-CN': '抬头低头', en: 'Chin up or down' },
  'rule.pose.roll': { 'zh-CN': '头部倾斜', en: 'Head tilted' },
  'rule.eyes.open': { 'zh-CN': '眼睛睁开', en: 'Eyes open' },
  'rule.eyes.distance': { 'zh-CN': '两眼间距', en: 'Distance between the eyes' },
  'rule.mouth.closed': { 'zh-CN': '嘴巴闭合', en: 'Mouth closed' },
  'rule.sharpness': { 'zh-CN': '清晰度', en: 'Sharpness' },
  'rule.background.contrast': { 'zh-CN': '头发与背景有别', en: 'Hair differs from the wall' },
  'rule.background.uniform': { 'zh-CN': '背景干净', en: 'Plain background' },
  'rule.crown.position': { 'zh-CN': '头顶位置', en: 'Top of the hair' },
  'rule.eyeLine.position': { 'zh-CN': '眼睛高度', en: 'Eye line' },
  'rule.face.width': { 'zh-CN': '脸部宽度', en: 'Face width' },
  'rule.face.centred': { 'zh-CN': '左右居中', en: 'Centred' },
  'rule.head.size': { 'zh-CN': '头部大小', en: 'Head size' }
} as const satisfies Messages;
