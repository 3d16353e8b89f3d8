import type { Texts } from '../../../message';

/** Every way a camera can fail, each with the way out. */
export const camera = {
  'camera.denied':
    '没有相机权限。请在浏览器地址栏或系统设置里允许使用相机，再点“重试”。如果是在其他应用里打开的，要允许的是那个应用，也可以点右上角菜单，选择“在浏览器打开”。',
  'camera.dismissed': '还没有允许使用相机。请点“重试”，在弹出的窗口里选“允许”。',
  'camera.missing': '这台设备没有找到相机。请换一台设备，或用下面的方法。',
  'camera.busy': '相机正被其他程序使用。请关闭它们（如会议软件），再点“重试”。',
  'camera.insecure': '这个网址不安全，浏览器不允许使用相机。请用 https 开头的网址打开，或用下面的方法。',
  'camera.unsupported':
    '这个浏览器不提供相机。请用下面的方法；如果是在其他应用里打开的，也可以点右上角菜单，选择“在浏览器打开”。',
  'camera.standalone': '从主屏幕打开时，这台设备的系统不提供相机。请用 Safari 打开本页，或用下面的方法。',
  'camera.overconstrained': '这个相机打不开了。请点“重试”，会换回默认的相机。',
  'camera.ended': '相机停止了工作。请点“重试”重新打开。',
  'camera.paused': '相机画面被系统暂停了。结束通话或关闭其他相机程序后会自动恢复。',
  'camera.coarse': '这个相机分辨率偏低，照片可能不够清晰。有条件请换手机拍摄，或上传照片。',
  'camera.frozen': '相机画面停住了，正在重新打开。画面不动时不会拍照。',
  'camera.slow': '相机还没有画面。如果浏览器在询问是否允许使用相机，请选“允许”；没有询问就点“重新打开”。',
  'camera.reopen': '重新打开相机',
  'camera.touch': '点一下，开始显示画面',
  'camera.lens': '相机',
  'camera.lensNumber': '相机 {number}',
  'camera.zoom': '放大',
  'camera.codeFound': '读到采集码了',
  'camera.code.none': '把采集码放进框里',
  'camera.code.tooSmall': '靠近一点',
  'camera.code.blurred': '拿稳，等它变清晰',
  'camera.code.glare': '有反光，换个角度',
  'camera.code.cutOff': '把整个码放进框里',
  'camera.code.unreadable': '正对着码，再靠近一点',
  'camera.failed': '相机打不开。请点“重试”；还不行就重启浏览器，或用下面的方法。',
  'camera.own': '用手机自带的相机拍',
  'camera.ownCode': '用手机自带的相机拍采集码'
} satisfies Texts;
