import type { Texts } from '../../../message';

/** The other cut-out of a photo, on the check page. */
export const cutOut = {
  'check.cut.ask': '边缘不干净？',
  'check.cut.advised': '这个背景比较难抠，换一种方法可能更好。建议再抠一次，对比后选一张。',
  'check.cut.unfit': '想换一种方法重新抠图，需要内存更大的设备（至少 4 GB）。',
  'check.cut.explain':
    '用另一种更精细的方法，把同一张照片重新抠一次。做好后两张并排，由你来选；不计入制作次数。',
  'check.cut.bytes': '需要下载 {size} MB',
  'check.cut.noBytes': '无需下载',
  'check.cut.seconds': { other: '在这台设备上大约需要 {count} 秒' },
  'check.cut.metered': '现在用的是移动网络或省流量模式，下载会消耗流量。',
  'check.cut.begin': '开始',
  'check.cut.download': '正在下载抠图组件…',
  'check.cut.downloadBytes': '正在下载抠图组件：{loaded} MB，共 {total} MB',
  'check.cut.kept': '原来的照片还在，可以照常使用。',
  'check.cut.choose': '选一张边缘更干净的',
  'check.cut.fast': '普通抠图',
  'check.cut.fine': '精细抠图',
  'check.cut.zoom': '放大',
  'check.cut.fails': '这张没有通过检测'
} satisfies Texts;
