import type { Texts } from '../../../message';

/** The self-test of the measures. */
export const selftest = {
  'selftest.title': '检测自检',
  'selftest.text':
    '在这台设备上画出答案已知的人像，逐项改变一个条件，看测得的曲线是否在容许范围内。全部运行要几分钟，不用相机，也不上传任何内容。',
  'selftest.all': '全部运行',
  'selftest.run': '运行：{title}',
  'selftest.running': '正在画像并测量…',
  'selftest.within': '在容许范围内。',
  'selftest.faults': '超出容许范围：',
  'selftest.plot': '{title}：{name} 的测量曲线，绿色是真值和容许范围',
  'selftest.clean': '没有问题的人像',
  'selftest.trouble': '自检中断了，请刷新页面再试。',

  'selftest.sweep.yaw': '头左右转',
  'selftest.sweep.pitch': '抬头低头',
  'selftest.sweep.roll': '头歪',
  'selftest.sweep.mouth': '嘴张开',
  'selftest.sweep.eyes': '眼睛闭上',
  'selftest.sweep.side-light': '光从画面左边到右边',
  'selftest.sweep.top-light': '光从头顶来',
  'selftest.sweep.back-light': '光从背后来',
  'selftest.sweep.glasses': '眼镜：无、无色、有色、反光',
  'selftest.sweep.fringe': '刘海',
  'selftest.sweep.exposure': '曝光',
  'selftest.sweep.blur': '模糊',
  'selftest.sweep.wall': '墙面纹理',
  'selftest.sweep.distance': '头部大小',
  'selftest.sweep.height': '头在画面里的高低'
} satisfies Texts;
