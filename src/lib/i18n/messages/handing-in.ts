import type { Messages } from '../message';

/** Submit and status. */
export const handingIn = {
  'submit.title': { 'zh-CN': '提交照片？', en: 'Send the photo?' },
  'submit.confirm': {
    'zh-CN': '我已确认，上方显示的照片符合要求。',
    en: 'I confirm that the photo shown above is right.'
  },
  'submit.confirmFirst': { 'zh-CN': '请先勾选确认', en: 'Please tick the confirmation first' },
  'submit.send': { 'zh-CN': '确认提交', en: 'Confirm and send' },
  'submit.sending': { 'zh-CN': '正在提交…', en: 'Sending…' },
  'submit.inParts': {
    'zh-CN': '网络不稳定，正在分段发送；断开后会接着发。',
    en: 'The network is unsteady. Your photo goes in parts; if one breaks off, it goes on from there.'
  },
  'submit.back': { 'zh-CN': '再看一遍检测结果', en: 'Look at the result again' },
  'submit.photo': { 'zh-CN': '将要提交的照片', en: 'The photo to be sent' },
  'submit.notKept': {
    'zh-CN': '这台设备存不下待提交的照片，请清理空间后重试。照片还在。',
    en: 'This device has no room to keep the photo for sending. Free some space and try again; the photo is still here.'
  },
  'submit.unreachable': {
    'zh-CN': '现在连不上服务器，这个浏览器也不能替你保存。请不要关闭页面，稍后再按一次“确认提交”。',
    en: 'The server cannot be reached, and this browser cannot keep the photo for you. Leave the page open and send again in a while.'
  },
  'submit.mendDetails': { 'zh-CN': '修改信息', en: 'Correct my details' },

  'status.title': { 'zh-CN': '提交状态', en: 'Your submission' },
  'status.queued': { 'zh-CN': '等待网络', en: 'Waiting for the network' },
  'status.queuedText': {
    'zh-CN': '照片保存在这台设备上，联网后会自动提交。',
    en: 'The photo is kept on this device and sent when the network is back.'
  },
  'status.received': { 'zh-CN': '已收到', en: 'Received' },
  'status.receivedText': {
    'zh-CN': '照片已提交成功，请等待人工审核。',
    en: 'Your photo has arrived and waits for review.'
  },
  'status.inReview': { 'zh-CN': '审核中', en: 'In review' },
  'status.inReviewText': { 'zh-CN': '工作人员正在审核。', en: 'A reviewer is looking at it.' },
  'status.approved': { 'zh-CN': '审核通过', en: 'Approved' },
  'status.approvedText': { 'zh-CN': '采集完成，不用再做什么。', en: 'All done; nothing more to do.' },
  'status.rejected': { 'zh-CN': '审核未通过', en: 'Rejected' },
  'status.rejectedText': {
    'zh-CN': '请按原因重新拍摄，不收费。',
    en: 'Please take it again, free of charge.'
  },
  'status.withdrawn': { 'zh-CN': '已撤回', en: 'Withdrawn' },
  'status.withdrawnText': { 'zh-CN': '可以重新拍摄提交。', en: 'You may take and send a new photo.' },
  'status.handedIn': { 'zh-CN': '已确认提交', en: 'Confirmed by you' },
  'status.outcome': { 'zh-CN': '审核结果', en: 'Outcome' },
  'status.refresh': { 'zh-CN': '刷新状态', en: 'Refresh' },
  'status.sendNow': { 'zh-CN': '现在提交', en: 'Send now' },
  'status.download': { 'zh-CN': '保存我的照片', en: 'Save my photo' },
  'status.retake': { 'zh-CN': '重新拍摄', en: 'Take it again' },
  'status.finish': { 'zh-CN': '完成，清除本机数据', en: 'Done: delete my data here' },
  'status.finishSure': {
    'zh-CN': '清除后，这台设备上不再保留照片和查询凭证。确定吗？',
    en: 'This device will keep neither the photo nor the means to look up its status. Are you sure?'
  },
  'status.finishYes': { 'zh-CN': '确定清除', en: 'Yes, delete' },
  'status.refused': {
    'zh-CN': '这次提交没有被接受：{why}',
    en: 'The submission was not accepted: {why}'
  },
  'status.unreachable': {
    'zh-CN': '暂时连不上服务器，照片还在，稍后会自动重试。',
    en: 'The server cannot be reached for now. The photo is safe and will be sent again.'
  },

  'problem.request.malformed': { 'zh-CN': '请求不完整', en: 'The request was incomplete' },
  'problem.request.tooLarge': { 'zh-CN': '内容太大', en: 'It was too large' },
  'problem.request.tooMany': {
    'zh-CN': '请求太多，稍后会自动重试',
    en: 'There were too many requests; it will be tried again'
  },
  'problem.request.unknown': { 'zh-CN': '没有这个地址', en: 'There is no such address' },
  'problem.request.method': { 'zh-CN': '请求方式不对', en: 'The address does not take this request' },
  'problem.request.unauthorised': { 'zh-CN': '没有查看权限', en: 'There is no permission to see it' },
  'problem.registration.invalid': { 'zh-CN': '姓名或学号不正确', en: 'Name or student number is not valid' },
  'problem.registration.mismatch': {
    'zh-CN': '填写的学号和采集码里的不一致',
    en: 'The student number is not the one in the code'
  },
  'problem.code.unreadable': { 'zh-CN': '采集码无法解读', en: 'The code cannot be read' },
  'problem.code.noResolver': { 'zh-CN': '本单位不解读加密采集码', en: 'This unit reads no encrypted codes' },
  'problem.report.invalid': { 'zh-CN': '检测数据不完整', en: 'The quality figures were incomplete' },
  'problem.photo.missing': { 'zh-CN': '缺少照片', en: 'The photo was missing' },
  'problem.photo.type': { 'zh-CN': '照片不是 JPEG 格式', en: 'The photo is no JPEG' },
  'problem.photo.corrupt': { 'zh-CN': '照片文件已损坏', en: 'The photo file is damaged' },
  'problem.photo.size': { 'zh-CN': '照片尺寸不是 480×640', en: 'The photo is not 480 × 640' },
  'problem.photo.density': { 'zh-CN': '照片分辨率不是 300 dpi', en: 'The photo is not marked 300 dpi' },
  'problem.photo.progressive': { 'zh-CN': '照片不是基线 JPEG', en: 'The photo is no baseline JPEG' },
  'problem.photo.colour': { 'zh-CN': '照片颜色格式不对', en: 'The photo’s colour format is wrong' },
  'problem.photo.metadata': { 'zh-CN': '照片带有附加信息', en: 'The photo holds metadata' },
  'problem.photo.background': {
    'zh-CN': '照片边缘不是规定的纯色背景',
    en: 'The photo’s edges are not the plain background asked for'
  },
  'problem.photo.bytes': { 'zh-CN': '照片文件大小不符', en: 'The photo’s file size is outside the limits' },
  'problem.submission.conflict': {
    'zh-CN': '这个编号已用于另一份提交',
    en: 'This number belongs to another submission'
  },
  'problem.submission.unknown': { 'zh-CN': '没有找到这份提交', en: 'There is no such submission' },
  'problem.submission.tooLate': {
    'zh-CN': '审核已经开始，不能再撤回',
    en: 'Review has begun; it can no longer be withdrawn'
  },
  'problem.submission.noRetake': {
    'zh-CN': '这份提交没有可用的重拍机会',
    en: 'No retake is open for that submission'
  },
  'problem.submission.tooMany': {
    'zh-CN': '今天提交的次数太多，请明天再试',
    en: 'There were too many submissions today; try again tomorrow'
  },
  'problem.campaign.unknown': { 'zh-CN': '没有这个采集任务', en: 'There is no such campaign' },
  'problem.campaign.closed': {
    'zh-CN': '采集任务还没有开始或已经结束',
    en: 'The campaign has not begun or has ended'
  },
  'problem.server.unavailable': {
    'zh-CN': '服务器暂时不可用，请稍后再试',
    en: 'The server is not available; try again later'
  }
} as const satisfies Messages;
