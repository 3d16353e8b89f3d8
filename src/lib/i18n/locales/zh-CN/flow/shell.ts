import type { Texts } from '../../../message';

/** Frame of every page, and the names of the steps. */
export const shell = {
  'app.name': '学照',
  'app.tagline': '毕业证书照片，自己拍',
  'app.skip': '跳到正文',
  'app.language': '语言',
  'app.languageFailed': '这种语言没有加载成功，请联网后刷新页面再选。',
  'app.captive':
    '当前网络要求先登录（如校园网、酒店 Wi-Fi 的登录页）。请先登录，或换一个网络；登录后会自动继续，已填写的内容都还在。',
  'app.captiveOpen': '打开登录页',
  'app.offline': '现在没有网络。可以继续拍照，联网后会自动提交。',
  'app.otherOrigin':
    '这个网址不是本单位设置的学照网址（{address}）。从这里提交的照片会被拒绝，这不是你的问题。请改用上面的网址打开，打不开就请告诉负责采集的老师。',
  'app.otherOriginOpen': '打开正确的网址',
  'app.offlineHere':
    '现在没有网络。这个浏览器不能离线使用：请不要关闭或刷新页面，联网后再继续；想离线拍照，请用手机自带的浏览器打开。',
  'app.preparing': '正在准备离线使用：{loaded}/{total} MB',
  'app.preparingTime': '正在准备离线使用：{loaded}/{total} MB，约剩 {seconds} 秒',
  'app.toolsMissing': '检查照片用的文件没有全部存在这台设备上，没有网络时无法检查照片。请连接网络后重试。',
  'app.noRoom': '这台设备的存储空间快满了，请先清理一些空间再拍照。',
  'app.notKept': '这个浏览器暂时不能保存进度，正在自动重试。在这条提示消失之前，请不要关闭或刷新页面。',
  'app.storageWaiting':
    '另一个标签页或窗口里的学照占用着这台设备上的存储。请关闭其他学照页面，这里会自动继续。',
  'app.storageGoOn': '不等了，先不保存继续',
  'app.storageNewer': '学照已在另一个标签页里更新。请刷新这一页，已填写的内容都还在。',
  'app.reload': '刷新页面',
  'app.shared': '收到了分享来的图片，到需要它的那一步会自动使用。',
  'app.loading': '正在打开…',
  'app.back': '返回',
  'app.retry': '重试',
  'app.cancel': '取消',
  'app.errors': '有误（{count}）：{title}',
  'app.progress': '第 {step} 步，共 {count} 步',
  'step.home': '首页',
  'step.notice': '告知与同意',
  'step.register': '采集码',
  'step.confirm': '核对信息',
  'step.instructions': '拍照说明',
  'step.capture': '拍摄',
  'step.check': '质量检测',
  'step.submit': '确认提交',
  'step.status': '提交状态',
  'app.notFound': '没有这个页面',
  'app.notFoundHint': '地址可能不完整，或者已经变了。已填写的内容都还在，请从首页继续。',
  'app.failed': '页面出错了。已填写的内容都还在，请重新打开。',
  'app.missing.captive': '这一页没有下载成功：当前网络要求先登录',
  'app.missing.none': '这一页没有下载成功：现在没有网络',
  'app.missing.newer': '学照有了新版本，这一页需要刷新',
  'app.missing.file': '这一页没有下载成功',
  'app.missing.kept': '已填写的内容都还在，重新打开后可以继续。',
  'app.home': '回到首页'
} satisfies Texts;
