import type { Texts } from '../../../message';

/** Reading a collection code: why nothing was read, what was read instead, what is wrong with its fields. */
export const codes = {
  'code.trouble.none': '图片里没有找到图像采集码，请选择完整的采集码图片。',
  'code.trouble.tooSmall': '采集码太小，看不清。请靠近一些，或上传从学信网保存的原图。',
  'code.trouble.blurred': '采集码模糊，请对焦后再拍，或上传原图。',
  'code.trouble.glare': '采集码上有反光，请换个角度，或调低屏幕亮度。',
  'code.trouble.cutOff': '采集码没有拍全，请让整个码连同白边都在画面里。',
  'code.trouble.unreadable': '找到了二维码，但读不出来。请正对着重拍，或上传原图。',
  'code.foreign': '这个二维码不是图像采集码，请到学信网“学籍信息”页面保存图像采集码。',
  'code.opaque': '采集码已加密，信息会在提交后核对。',
  'code.studentNumber.blank': '采集码里没有学号，请到学校学籍部门补全后重新下载采集码。',
  'code.studentNumber.zero': '采集码里的学号是 0，请到学校学籍部门改正后重新下载采集码。',
  'code.several': '图片里有不止一个图像采集码。你的是哪一个？',
  'code.encrypted': '加密的采集码（从上数第 {place} 个）',
  'code.studentNumber.inexact':
    '采集码里的学号被写成了 1e10 这样的数字，已经不完整，请到学校学籍部门核对后重新下载采集码。',
  'code.studentNumber.odd': '采集码里的学号异常，请到学校学籍部门核对后重新下载采集码。',
  'code.name.blank': '采集码里没有姓名，请在下面填写。',
  'code.name.odd': '采集码里的姓名读不出来，请在下面填写。',
  'code.institutionCode.odd': '采集码里的院校代码异常，请到学校学籍部门核对后重新下载采集码。',
  'code.institution.other': '这是其他院校的采集码，请确认是否选错了图片。',
  'code.institution.mismatch': '学校名称与院校代码不一致，请到学校学籍部门更新学信网信息后重新下载采集码。',
  'code.submitted': '这个采集码已经提交过照片。如不是你提交的，或需要重拍，可以继续；以审核老师的结论为准。',
  'code.otherInstitution':
    '这个采集码属于 {code}，而当前采集任务是 {campaign} 的。请换用自己学校的活动代码；如果学校信息不对，请找学籍部门更新后重新下载采集码。'
} satisfies Texts;
