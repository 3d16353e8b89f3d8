import type { Texts } from './../../message';

/** What went wrong, by the code of the error (`error`) or of the endpoint’s answer (`problem`): what happened, that nothing is lost, what to do. */
export const errors = {
  'error.file.empty': '这个文件是空的，请重新选择一张照片。',
  'error.file.type': '无法识别这个文件，请选择 JPG 格式的照片。',
  'error.file.heic':
    '这是 iPhone 的 HEIC 格式照片，当前浏览器打不开。请在 iPhone 上用 Safari 打开本页再选择，或在“设置 → 相机 → 格式”里选“兼容性最佳”后重新拍摄。',
  'error.file.animated': '不能使用动图，请选择一张 JPG 照片。',
  'error.file.truncated': '这张照片没有下载完整，请重新保存后再选择。',
  'error.file.cmyk': '这张照片是印刷用的 CMYK 颜色，请另存为普通 JPG（RGB）后再选择。',
  'error.file.corrupt': '这张照片已损坏，打不开，请换一张。',
  'error.image.tooLarge':
    '照片尺寸太大，请缩小到 6700 万像素以内（例如 8000 × 8000），每边不超过 32767 像素。',
  'error.image.tooSmall': '照片尺寸太小，请换一张更清晰的。',
  'error.encode.window': '照片无法压缩到规定的大小，请换一张或重新拍摄。',
  'error.model.load': '检测组件没有加载成功，请检查网络后重试。已填写的内容都还在。',
  'error.file.damaged':
    '下载到的检测组件不完整或被网络替换了，请重试；还不行就换一个网络。已填写的内容都还在。',
  'error.network.captive':
    '当前网络要求先登录，检测组件没有下载成功。请先登录网络再重试。已填写的内容都还在。',
  'error.model.memory':
    '手机或电脑的内存不够，检测组件没能启动。请关闭其他应用和网页后重试。已填写的内容都还在。',
  'error.browser.unfit':
    '这个浏览器缺少检测组件需要的功能。请把系统和浏览器更新到最新，或用系统自带浏览器、其他设备打开本页。已填写的内容都还在。',
  'error.graphics.lost': '浏览器收回了图形资源（例如页面曾在后台）。请重试，已填写的内容都还在。',
  'error.worker.dead': '检测组件意外停止，请重试。已填写的内容都还在。',
  'error.core.bug': '我们的程序出了问题，你的照片没有问题。请再试一次，已填写的内容都还在。',
  'error.aborted': '已取消。',

  'problem.request.malformed': '请求不完整',
  'problem.request.tooLarge': '内容太大',
  'problem.request.tooMany': '请求太多，稍后会自动重试',
  'problem.request.slow': '网络太慢，稍后会自动重试',
  'problem.request.unknown': '没有这个地址',
  'problem.request.method': '请求方式不对',
  'problem.request.unauthorised': '没有查看权限',
  'problem.registration.invalid': '姓名或学号不正确',
  'problem.registration.mismatch': '填写的学号和采集码里的不一致',
  'problem.registration.institution': '这次采集不收这所学校的学生',
  'problem.registration.fields': '采集任务要求填写的项目没有填完',
  'problem.consent.missing': '还没有同意现在的告知，请重新阅读并勾选',
  'problem.code.unreadable': '采集码无法解读',
  'problem.code.noResolver': '本单位不解读加密采集码',
  'problem.report.invalid': '检测数据不完整',
  'problem.photo.missing': '缺少照片',
  'problem.photo.type': '照片不是 JPEG 格式',
  'problem.photo.corrupt': '照片文件已损坏',
  'problem.photo.size': '照片尺寸不是 {width}×{height}',
  'problem.photo.density': '照片分辨率不是 {density} dpi',
  'problem.photo.progressive': '照片不是基线 JPEG',
  'problem.photo.colour': '照片颜色格式不对',
  'problem.photo.metadata': '照片带有附加信息',
  'problem.photo.background': '照片边缘不是规定的纯色背景',
  'problem.photo.bytes': '照片文件大小不符',
  'problem.submission.conflict': '这个编号已用于另一份提交',
  'problem.submission.unknown': '没有找到这份提交',
  'problem.submission.tooLate': '审核已经开始，不能再撤回',
  'problem.submission.noRetake': '这份提交没有可用的重拍机会',
  'problem.submission.retakeLate': '重拍的期限已过，请联系学校。',
  'problem.submission.tooMany': '今天提交的次数太多，请明天再试',
  'problem.campaign.unknown': '没有这个采集任务',
  'problem.campaign.closed': '采集任务还没有开始或已经结束',
  'problem.way.off': '本次采集不接受这种方式拍摄的照片。请从首页选择其他方式。',
  'problem.way.late': '照片不是刚刚拍摄的。请现在重新拍摄。',
  'problem.server.unavailable': '服务器暂时不可用，请稍后再试',

  'problem.unreachable': '连不上服务器，请检查网络后重试',
  'problem.timeout': '网络太慢，服务器没有及时回应，请稍后重试',
  'problem.captive': '当前网络要先登录：请打开任意网页完成登录，再回来重试',

  'problem.payment.required': '费用还没有支付',
  'problem.payment.unknown': '没有找到这笔订单',
  'problem.payment.way': '这种支付方式暂不可用',
  'problem.payment.voucher': '兑换码不正确，或已经用过',
  'problem.payment.unavailable': '支付平台没有响应，没有扣款，请稍后再试或换一种方式',

  'problem.account.signIn': '请先登录',
  'problem.account.again': '要更改登录方式，请先重新登录一次',
  'problem.account.passkey': '通行密钥没有成功，请再试一次，或换一种方式',

  'problem.kiosk.key': '服务器暂时没有对应的密钥，稍后会自动重试',
  'problem.kiosk.foreign': '开通码不是这个采集系统签发的，不要使用',
  'problem.kiosk.used': '开通码已过期或已用于另一台设备，请重新生成',
  'problem.message.off': '这种通知方式暂不可用',
  'problem.message.ended': '链接已失效或已用过',
  'problem.message.tooMany': '今天不能再添加接收通知的方式',
  'problem.message.address': '通知地址不能使用'
} satisfies Texts;
