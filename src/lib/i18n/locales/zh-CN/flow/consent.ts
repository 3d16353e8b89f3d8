import type { Texts } from '../../../message';

/** Notice, separate consent, its receipt, and the student's own data. */
export const consent = {
  'notice.title': '你的照片和信息会怎样',
  'notice.1': '人脸检测、裁剪、换背景都在本机完成，视频和原图不会上传。',
  'notice.2': '你确认后，只提交成品照片、姓名、学号和质量数值。',
  'notice.3': '审核开始前可以随时撤回；之后要删除，请联系学校。',
  'notice.more': '{institution}的补充说明',
  'notice.full': '完整说明',
  'notice.full1':
    '用途只有一个：学历证书电子注册的毕业照片。人脸信息和证件信息是敏感个人信息。按照《个人信息保护法》和《人脸识别技术应用安全管理办法》，处理它们需要你的单独同意。本产品不做身份识别，只测量照片是否符合“教毕指[2017]99号”规范：头部位置、姿态、光线、清晰度和背景。',
  'notice.full2':
    '检测用的关键点和测量值只在内存里，关闭页面即消失；随照片提交的只有每条规则的数值和结论。成品照片不含拍摄时间、地点等附加信息。',
  'notice.kept': '采集单位审核后用于学籍注册，不会用于其他目的；提交后最多保存 {days} 天，到期自动删除。',
  'notice.keptUnknown':
    '采集单位审核后用于学籍注册，不会用于其他目的；保存天数由采集任务规定，到期自动删除，联网后在这里显示。',
  'notice.full3':
    '你可以随时在“我的同意和数据”里导出、删除这台设备上的数据，撤回还没有审核的提交。拒绝不影响你注册学历：可以到学校指定的采集点或照相馆，由工作人员拍摄。撤回同意不影响撤回之前已经完成的处理。',
  'notice.consentTitle': '请分别确认',

  'consent.sensitive': '我同意处理我的敏感个人信息（姓名、学号、采集码），用于核对身份和学籍注册。',
  'consent.face': '我同意在这台设备上处理我的人脸图像，并提交成品照片供人工审核。',

  'notice.guardian': '未满 14 周岁：请由父母或其他监护人阅读并勾选。',
  'notice.tickAll': '请先勾选这两项；不同意也可以，见下方。',
  'notice.agree': '同意并继续',
  'notice.decline': '不同意',
  'notice.declined':
    '好的，没有保存任何信息。你可以到学校的采集点或指定照相馆拍摄，请向学院或学籍部门询问地点和时间。',

  'mine.title': '我的同意和数据',
  'mine.link': '我的同意和数据',
  'mine.receipt': '同意回执',
  'mine.none': '这台设备上没有你的同意记录，也没有数据。',
  'mine.version': '告知版本',
  'mine.at': '同意时间',
  'mine.items': '同意事项',
  'mine.saveReceipt': '保存回执',
  'mine.data': '这台设备上的数据',
  'mine.dataText': '导出的文件包含你填写的信息、检测数值和成品照片。',
  'mine.export': '导出我的数据',
  'mine.withdraw': '撤回同意并删除',
  'mine.withdrawSure': '这台设备上的信息和照片会全部删除，不能恢复。确定吗？',
  'mine.withdrawSent': '照片已在审核，会留在学校。要求学校删除，请联系：{contact}',
  'mine.withdrawReceived': '已提交的照片还没有审核，会先撤回，学校不再审核它。',
  'mine.withdrawOffline': '现在连不上服务器，提交的照片还没有撤回，这里什么也没有删除。请联网后再试。',
  'mine.school': '学校学籍部门',
  'mine.withdrawWaiting': '等待发送的照片也会一起删除，不再提交。',
  'mine.withdrawYes': '撤回并删除',
  'mine.gone': '已撤回同意，数据已删除。'
} satisfies Texts;
