import type { Messages } from '../message';

/** Errors by stable code: what happened, that nothing is lost, what to do next. */
export const errors = {
  'error.file.empty': {
    'zh-CN': '这个文件是空的，请重新选择一张照片。',
    en: 'This file is empty. Please choose another picture.'
  },
  'error.file.type': {
    'zh-CN': '无法识别这个文件，请选择 JPG 格式的照片。',
    en: 'This file is not a picture we can read. Please choose a JPG.'
  },
  'error.file.animated': {
    'zh-CN': '不能使用动图，请选择一张 JPG 照片。',
    en: 'Animated pictures cannot be used. Please choose a JPG photo.'
  },
  'error.file.truncated': {
    'zh-CN': '这张照片没有下载完整，请重新保存后再选择。',
    en: 'This picture is incomplete. Save it again, then choose it once more.'
  },
  'error.file.cmyk': {
    'zh-CN': '这张照片是印刷用的 CMYK 颜色，请另存为普通 JPG（RGB）后再选择。',
    en: 'This photo uses print colours (CMYK). Save it as an ordinary RGB JPG and choose it again.'
  },
  'error.file.corrupt': {
    'zh-CN': '这张照片已损坏，打不开，请换一张。',
    en: 'This picture is damaged and cannot be opened. Please choose another.'
  },
  'error.image.tooLarge': {
    'zh-CN': '照片尺寸太大，请缩小到每边不超过 8000 像素。',
    en: 'This picture is too large. Reduce it to at most 8000 pixels a side.'
  },
  'error.image.tooSmall': {
    'zh-CN': '照片尺寸太小，请换一张更清晰的。',
    en: 'This picture is too small. Please choose a larger one.'
  },
  'error.encode.window': {
    'zh-CN': '照片无法压缩到规定的大小，请换一张或重新拍摄。',
    en: 'The photo cannot be saved within the required file size. Please take it again.'
  },
  'error.model.load': {
    'zh-CN': '检测组件没有加载成功，请检查网络后重试。已填写的内容都还在。',
    en: 'The checking tools could not be loaded. Check the network and try again; nothing is lost.'
  },
  'error.worker.dead': {
    'zh-CN': '检测组件意外停止，请重试。已填写的内容都还在。',
    en: 'The checking tools stopped unexpectedly. Try again; nothing is lost.'
  },
  'error.core.bug': {
    'zh-CN': '我们的程序出了问题，您的照片没有问题。请再试一次，已填写的内容都还在。',
    en: 'Something went wrong on our side; your picture is fine. Try again; nothing is lost.'
  },
  'error.aborted': { 'zh-CN': '已取消。', en: 'Cancelled.' }
} as const satisfies Messages;
