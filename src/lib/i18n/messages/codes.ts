import type { Messages } from '../message';

/** Reading a collection code: why nothing was read, what was read instead, what is wrong with its fields. */
export const codes = {
  'code.trouble.none': {
    'zh-CN': '图片里没有找到图像采集码，请选择完整的采集码图片。',
    en: 'No collection code was found. Choose a picture that shows the whole code.'
  },
  'code.trouble.tooSmall': {
    'zh-CN': '采集码太小，看不清。请靠近一些，或上传从学信网保存的原图。',
    en: 'The code is too small to read. Move closer, or upload the picture saved from CHSI.'
  },
  'code.trouble.blurred': {
    'zh-CN': '采集码模糊，请对焦后再拍，或上传原图。',
    en: 'The code is blurred. Hold still until it is in focus, or upload the original picture.'
  },
  'code.trouble.glare': {
    'zh-CN': '采集码上有反光，请换个角度，或调低屏幕亮度。',
    en: 'Glare covers the code. Change the angle, or dim the screen that shows it.'
  },
  'code.trouble.cutOff': {
    'zh-CN': '采集码没有拍全，请让整个码连同白边都在画面里。',
    en: 'Part of the code is cut off. Keep all of it, white border included, in the picture.'
  },
  'code.trouble.unreadable': {
    'zh-CN': '找到了二维码，但读不出来。请正对着重拍，或上传原图。',
    en: 'A code was found but cannot be read. Face it squarely, or upload the original picture.'
  },
  'code.foreign': {
    'zh-CN': '这个二维码不是图像采集码，请到学信网“学籍信息”页面保存图像采集码。',
    en: 'This is not a collection code. Save yours from the enrolment page (学籍信息) on CHSI.'
  },
  'code.opaque': {
    'zh-CN': '采集码已加密，信息会在提交后核对。',
    en: 'This code is encrypted; your details are checked once it is submitted.'
  },
  'code.studentNumber.blank': {
    'zh-CN': '采集码里没有学号，请到学校学籍部门补全后重新下载采集码。',
    en: 'The code has no student number. Ask your registrar to add it, then download the code again.'
  },
  'code.studentNumber.zero': {
    'zh-CN': '采集码里的学号是 0，请到学校学籍部门改正后重新下载采集码。',
    en: 'The student number in the code is 0. Ask your registrar to correct it, then download the code again.'
  },
  'code.studentNumber.odd': {
    'zh-CN': '采集码里的学号异常，请到学校学籍部门核对后重新下载采集码。',
    en: 'The student number in the code looks wrong. Check it with your registrar, then download the code again.'
  },
  'code.name.blank': {
    'zh-CN': '采集码里没有姓名，请重新下载采集码。',
    en: 'The code has no name. Please download it again.'
  },
  'code.name.odd': {
    'zh-CN': '采集码里的姓名异常，请重新下载采集码。',
    en: 'The name in the code looks wrong. Please download it again.'
  },
  'code.institutionCode.odd': {
    'zh-CN': '采集码里的院校代码异常，请到学校学籍部门核对后重新下载采集码。',
    en: 'The institution code looks wrong. Check it with your registrar, then download the code again.'
  },
  'code.institution.other': {
    'zh-CN': '这是其他院校的采集码，请确认是否选错了图片。',
    en: 'This code belongs to another institution. Check that you chose the right picture.'
  },
  'code.institution.mismatch': {
    'zh-CN': '学校名称与院校代码不一致，请到学校学籍部门更新学信网信息后重新下载采集码。',
    en: 'The school’s name and code do not match. Ask your registrar to update CHSI, then download the code again.'
  },
  'code.submitted': {
    'zh-CN': '这个采集码已经提交过照片。如不是您提交的，或需要重拍，可以继续；以审核老师的结论为准。',
    en: 'A photo has already been submitted with this code. If that was not you, or you need a new one, go on; the reviewer decides.'
  }
} as const satisfies Messages;
