import type { Texts } from '../../../message';

/** Where this device cannot make a photo: why, by what is missing, and the ways on. */
export const fit = {
  'fit.title': '这台设备现在不能制作照片',
  'fit.insecure':
    '本页不是通过安全地址（https）打开的，浏览器因此不开放所需的功能。请用 https 开头的地址重新打开。',
  'fit.lockdown':
    '这个浏览器关闭了 WebAssembly，检测组件无法运行。iPhone、iPad 的“锁定模式”会这样：可以在浏览器的网站设置里对本站关闭锁定模式，然后重新打开本页。',
  'fit.old': '这台设备的系统或浏览器版本太旧，检测组件无法运行。iPhone、iPad 需要 iOS 16.4 或更新的系统。',
  'fit.graphics':
    '浏览器没有提供图形功能（WebGL 2），检测组件无法运行。电脑上请在浏览器设置里打开“硬件加速”，或更新显卡驱动。',
  'fit.ways': '可以这样做',
  'fit.browser': '在微信等应用里打开的，请点右上角菜单，选“在浏览器打开”，用系统自带的浏览器',
  'fit.update': '更新系统和浏览器后再打开',
  'fit.device': '换一台手机或电脑打开本页',
  'fit.kiosk': '到学校的自助拍照点拍，或请学校安排拍照',
  'fit.again': '再检查一次'
} satisfies Texts;
