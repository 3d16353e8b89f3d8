import type { Messages } from '../message';

/** The unit's own device in a hall: set-up, attract screen, countdown, operator. */
export const kiosk = {
  'kiosk.title': { 'zh-CN': '自助拍摄机', en: 'Photo kiosk' },
  'kiosk.setUpTitle': { 'zh-CN': '把这台设备设为自助拍摄机', en: 'Turn this device into a kiosk' },
  'kiosk.setUpLead': {
    'zh-CN': '学生一个接一个使用；照片当场加密，这台设备自己也读不出来。',
    en: 'Students use it one after another. Photos are sealed at once; not even this device can read them.'
  },
  'kiosk.code': { 'zh-CN': '开通码', en: 'Provisioning code' },
  'kiosk.codeHint': {
    'zh-CN': '由管理员在服务器上生成，以 GFK1. 开头',
    en: 'Made on the server by its administrator; begins with GFK1.'
  },
  'kiosk.codeWrong': {
    'zh-CN': '这不是完整的开通码，请重新复制',
    en: 'This is not a whole provisioning code; please copy it again'
  },
  'kiosk.pin': { 'zh-CN': '管理员 PIN', en: 'Operator’s PIN' },
  'kiosk.pinHint': { 'zh-CN': '6 到 12 位数字，请记好', en: '6 to 12 digits; keep it in mind' },
  'kiosk.pinWrong': { 'zh-CN': 'PIN 应为 6 到 12 位数字', en: 'A PIN has 6 to 12 digits' },
  'kiosk.turnOn': { 'zh-CN': '开通', en: 'Turn it on' },
  'kiosk.outboxWaiting': {
    'zh-CN': '这台设备上还有一份照片等待提交，请先联网提交。',
    en: 'A photo still waits here to be sent. Let it be sent first.'
  },
  'kiosk.notKept': {
    'zh-CN': '这个浏览器不能保存数据，不能用作自助拍摄机。',
    en: 'This browser keeps no data, so it cannot be a kiosk.'
  },
  'kiosk.start': { 'zh-CN': '开始拍照', en: 'Start' },
  'kiosk.attract1': { 'zh-CN': '准备好图像采集码', en: 'Have your collection code ready' },
  'kiosk.attract2': { 'zh-CN': '对着镜头，跟着提示拍', en: 'Look at the camera and follow the advice' },
  'kiosk.attract3': { 'zh-CN': '确认后提交，约三分钟', en: 'Confirm and hand in: about three minutes' },
  'kiosk.preparing': { 'zh-CN': '正在准备…', en: 'Getting ready…' },
  'kiosk.full': {
    'zh-CN': '这台设备存满了，请联系工作人员。',
    en: 'This kiosk is full. Please ask the staff.'
  },
  'kiosk.end': { 'zh-CN': '结束并清除', en: 'End and delete' },
  'kiosk.stillThere': { 'zh-CN': '还在吗？', en: 'Are you still there?' },
  'kiosk.wipedIn': {
    'zh-CN': '{seconds} 秒后清除你的资料，回到首页。',
    en: 'Your data is deleted in {seconds} s, and the next student may begin.'
  },
  'kiosk.here': { 'zh-CN': '我还在', en: 'I am still here' },
  'kiosk.doneTitle': { 'zh-CN': '照片已提交', en: 'Your photo is handed in' },
  'kiosk.doneText': {
    'zh-CN': '照片已加密，只有学校的系统能打开。审核结果由学校通知。',
    en: 'It is sealed; only your institution’s system can open it. Your institution tells you the verdict.'
  },
  'kiosk.doneWipe': {
    'zh-CN': '这台设备会在 {seconds} 秒后忘记你的一切。',
    en: 'This device forgets all about you in {seconds} s.'
  },
  'kiosk.done': { 'zh-CN': '完成', en: 'Done' },
  'kiosk.operator': { 'zh-CN': '管理', en: 'Operator' },
  'kiosk.operatorTitle': { 'zh-CN': '管理这台自助拍摄机', en: 'Look after this kiosk' },
  'kiosk.unlock': { 'zh-CN': '进入', en: 'Unlock' },
  'kiosk.pinNot': { 'zh-CN': 'PIN 不对，请再试', en: 'That is not the PIN; try again' },
  'kiosk.checking': { 'zh-CN': '正在核对…', en: 'Checking…' },
  'kiosk.queue': { 'zh-CN': '待送达的照片', en: 'Photos that wait' },
  'kiosk.waiting': { 'zh-CN': '等待送达', en: 'Waiting' },
  'kiosk.fresh': { 'zh-CN': '其中还没有导出', en: 'Of these, not exported yet' },
  'kiosk.refused': { 'zh-CN': '其中被服务器退回', en: 'Of these, refused by the endpoint' },
  'kiosk.export': { 'zh-CN': '导出到文件', en: 'Export to a file' },
  'kiosk.exportText': {
    'zh-CN': '存到 U 盘，在服务器上导入。导出后照片仍保留；重复导入不会重复提交。',
    en: 'Save it to a USB stick and import it at the server. The photos stay here; importing twice delivers once.'
  },
  'kiosk.drop': { 'zh-CN': '删除已导出的', en: 'Delete what was exported' },
  'kiosk.dropSure': {
    'zh-CN': '确认服务器已经导入了吗？删除后不能恢复。',
    en: 'Has the server imported it? What is deleted cannot be brought back.'
  },
  'kiosk.dropYes': { 'zh-CN': '已导入，删除', en: 'Imported: delete' },
  'kiosk.counts': { 'zh-CN': '计数', en: 'Counts' },
  'kiosk.begun': { 'zh-CN': '开始的学生', en: 'Students who began' },
  'kiosk.taken': { 'zh-CN': '提交的照片', en: 'Photos handed in' },
  'kiosk.delivered': { 'zh-CN': '联网送达的照片', en: 'Photos delivered over the network' },
  'kiosk.left': { 'zh-CN': '中途离开', en: 'Left in the middle' },
  'kiosk.exports': { 'zh-CN': '导出次数', en: 'Exports' },
  'kiosk.health': { 'zh-CN': '状态', en: 'Health' },
  'kiosk.place': { 'zh-CN': '名称', en: 'Place' },
  'kiosk.offlineReady': { 'zh-CN': '可离线使用', en: 'Ready to work offline' },
  'kiosk.room': { 'zh-CN': '存储空间', en: 'Storage' },
  'kiosk.camera': { 'zh-CN': '摄像头', en: 'Camera' },
  'kiosk.clock': { 'zh-CN': '时钟', en: 'Clock' },
  'kiosk.good': { 'zh-CN': '正常', en: 'Good' },
  'kiosk.notYet': { 'zh-CN': '还没有', en: 'Not yet' },
  'kiosk.low': { 'zh-CN': '不足', en: 'Low' },
  'kiosk.none': { 'zh-CN': '没有', en: 'None' },
  'kiosk.slow': {
    'zh-CN': '比服务器慢（不影响提交）',
    en: 'Behind the server (photos are not affected)'
  },
  'kiosk.lock': { 'zh-CN': '锁定，回到首页', en: 'Lock and go back' },
  'kiosk.turnOff': { 'zh-CN': '关闭自助拍摄模式', en: 'Turn the kiosk off' },
  'kiosk.turnOffSure': {
    'zh-CN': '还有 {count} 张照片等待送达，关闭后会一起删除。确定吗？',
    en: '{count} photos still wait and would be deleted. Are you sure?'
  },
  'kiosk.turnOffYes': { 'zh-CN': '确定关闭', en: 'Yes, turn it off' }
} as const satisfies Messages;
