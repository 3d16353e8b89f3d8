import type { Messages } from '../message';

/** Every way a camera can fail, each with the way out. */
export const camera = {
  'camera.denied': {
    'zh-CN': '没有相机权限。请在浏览器地址栏或系统设置里允许使用摄像头，再点“重试”；也可以上传照片。',
    en: 'The camera is not allowed. Allow it in the address bar or the system settings and try again, or upload a picture.'
  },
  'camera.dismissed': {
    'zh-CN': '还没有允许使用相机。请点“重试”，在弹出的窗口里选“允许”。',
    en: 'The camera has not been allowed yet. Try again and choose “Allow”.'
  },
  'camera.missing': {
    'zh-CN': '这台设备没有找到摄像头。请换一台设备，或上传照片。',
    en: 'No camera was found on this device. Use another device or upload a picture.'
  },
  'camera.busy': {
    'zh-CN': '摄像头正被其他程序使用。请关闭它们（如会议软件），再点“重试”。',
    en: 'Another programme is using the camera. Close it (a meeting, for example) and try again.'
  },
  'camera.insecure': {
    'zh-CN': '这个网址不安全，浏览器不允许使用摄像头。请用 https 开头的网址打开，或上传照片。',
    en: 'This address is not secure, so the browser forbids the camera. Open it with https, or upload a picture.'
  },
  'camera.inAppBrowser': {
    'zh-CN': '当前应用内的浏览器不能使用摄像头。请点右上角菜单，选择“在浏览器打开”。',
    en: 'This in-app browser cannot use the camera. Open the menu and choose “Open in browser”.'
  },
  'camera.standalone': {
    'zh-CN': '从主屏幕打开时，这台设备的系统不提供摄像头。请用 Safari 打开本页，或上传照片。',
    en: 'Opened from the home screen, this system gives no camera. Open the page in Safari, or upload a picture.'
  },
  'camera.overconstrained': {
    'zh-CN': '这个镜头打不开了。请点“重试”，会换回默认的镜头。',
    en: 'That camera cannot be opened any more. Try again to return to the default one.'
  },
  'camera.ended': {
    'zh-CN': '相机停止了工作。请点“重试”重新打开。',
    en: 'The camera stopped. Try again to reopen it.'
  },
  'camera.paused': {
    'zh-CN': '相机画面被系统暂停了。结束通话或关闭其他相机程序后会自动恢复。',
    en: 'The system has paused the camera. It goes on when the call or the other camera programme ends.'
  },
  'camera.coarse': {
    'zh-CN': '这个摄像头分辨率偏低，照片可能不够清晰。有条件请换手机拍摄，或上传照片。',
    en: 'This camera has a low resolution, so the photo may not be sharp. Use a phone if you can, or upload a photo.'
  },
  'camera.zoom': { 'zh-CN': '放大', en: 'Zoom' },
  'camera.codeFound': { 'zh-CN': '读到采集码了', en: 'Code read' },
  'camera.code.none': { 'zh-CN': '把采集码放进框里', en: 'Hold the code inside the frame' },
  'camera.code.tooSmall': { 'zh-CN': '靠近一点', en: 'Move closer' },
  'camera.code.blurred': { 'zh-CN': '拿稳，等它变清晰', en: 'Hold still until it is sharp' },
  'camera.code.glare': { 'zh-CN': '有反光，换个角度', en: 'Glare: change the angle' },
  'camera.code.cutOff': { 'zh-CN': '把整个码放进框里', en: 'Show the whole code' },
  'camera.code.unreadable': { 'zh-CN': '正对着码，再靠近一点', en: 'Face it squarely, a little closer' },
  'camera.failed': {
    'zh-CN': '相机打不开。请点“重试”；还不行就重启浏览器，或上传照片。',
    en: 'The camera cannot be opened. Try again; if that fails, restart the browser or upload a picture.'
  }
} as const satisfies Messages;
