import type { Messages } from '../message';

/** Paying the fee, where a campaign asks for one. */
export const payment = {
  'step.payment': { 'zh-CN': '费用支付', en: 'Fee' },
  'payment.title': { 'zh-CN': '支付采集费用', en: 'Pay the fee' },
  'payment.what': { 'zh-CN': '毕业生图像采集费', en: 'Fee for the graduation photo' },
  'payment.amount': { 'zh-CN': '金额', en: 'Amount' },
  'payment.rule': {
    'zh-CN': '审核前撤回会全额退款。审核未通过可免费重拍，不再收费。',
    en: 'Withdraw before review and all of it is refunded. A retake after a rejection costs nothing.'
  },
  'payment.how': { 'zh-CN': '怎样支付？', en: 'How would you like to pay?' },
  'payment.way.free': { 'zh-CN': '免费', en: 'Free of charge' },
  'payment.way.voucher': { 'zh-CN': '兑换码', en: 'Voucher' },
  'payment.way.sandbox': { 'zh-CN': '模拟支付（测试，不扣款）', en: 'Sandbox (a trial, no money)' },
  'payment.way.wechat.jsapi': { 'zh-CN': '微信支付', en: 'WeChat Pay' },
  'payment.way.wechat.h5': { 'zh-CN': '微信支付', en: 'WeChat Pay' },
  'payment.way.wechat.native': { 'zh-CN': '微信扫码支付', en: 'WeChat Pay, by scanning' },
  'payment.way.alipay.wap': { 'zh-CN': '支付宝', en: 'Alipay' },
  'payment.way.alipay.page': { 'zh-CN': '支付宝', en: 'Alipay' },
  'payment.voucher': { 'zh-CN': '兑换码', en: 'Voucher code' },
  'payment.voucherHint': {
    'zh-CN': '由学校发放，16 位字母和数字，只能用一次。',
    en: 'Sixteen letters and digits from your institution, good for one student.'
  },
  'payment.pay': { 'zh-CN': '支付 {amount}', en: 'Pay {amount}' },
  'payment.redeem': { 'zh-CN': '使用兑换码', en: 'Use the voucher' },
  'payment.goOn': { 'zh-CN': '继续', en: 'Continue' },
  'payment.opening': { 'zh-CN': '正在打开支付…', en: 'Opening the payment…' },
  'payment.waiting': { 'zh-CN': '正在等待支付结果…', en: 'Waiting for the payment…' },
  'payment.waitingText': {
    'zh-CN': '付完款会自动继续。已付款但没有反应，请稍等，不要重复支付。',
    en: 'This page goes on by itself once you have paid. If you have and nothing happens, wait a moment; do not pay again.'
  },
  'payment.scan': {
    'zh-CN': '请用微信扫描下面的二维码支付。',
    en: 'Scan this code with WeChat to pay.'
  },
  'payment.scanCode': { 'zh-CN': '支付二维码', en: 'Payment code' },
  'payment.again': { 'zh-CN': '重新打开支付', en: 'Open the payment again' },
  'payment.other': { 'zh-CN': '换一种方式', en: 'Choose another way' },
  'payment.paid': { 'zh-CN': '费用已支付', en: 'The fee is paid' },
  'payment.paidText': { 'zh-CN': '不会再次收费。', en: 'You will not be charged again.' },
  'payment.closed': {
    'zh-CN': '这笔订单超过时间没有支付，已关闭，没有扣款。请重新支付。',
    en: 'This order was not paid in time and is closed; nothing was charged. Please pay again.'
  },
  'payment.cancelled': {
    'zh-CN': '支付没有完成，没有扣款。可以再试一次，或换一种方式。',
    en: 'The payment was not completed and nothing was charged. Try again, or choose another way.'
  },
  'payment.unreachable': {
    'zh-CN': '现在连不上服务器。照片和信息都还在，联网后再试；已付的款不会丢。',
    en: 'The server cannot be reached. Photo and details are safe; try again when online. Money already paid is not lost.'
  },
  'payment.noWay': {
    'zh-CN': '这里没有可用的支付方式，请联系采集单位。',
    en: 'There is no way to pay here. Please ask your institution.'
  },
  'payment.keepPhoto': {
    'zh-CN': '这个浏览器不能保存数据：离开页面支付前，请先保存照片。',
    en: 'This browser keeps nothing: save your photo before you leave the page to pay.'
  },
  'sandbox.title': { 'zh-CN': '模拟支付', en: 'Sandbox payment' },
  'sandbox.text': {
    'zh-CN': '这是测试页面，不会扣款。请选择支付的结果。',
    en: 'This is a trial: no money moves. Choose how the payment ends.'
  },
  'sandbox.pay': { 'zh-CN': '支付成功', en: 'Pay' },
  'sandbox.lost': { 'zh-CN': '支付成功，但通知丢失', en: 'Pay, and lose the notice' },
  'sandbox.decline': { 'zh-CN': '不支付，返回', en: 'Go back without paying' },
  'sandbox.unknown': {
    'zh-CN': '没有这笔订单，请返回重新支付。',
    en: 'There is no such order. Go back and pay again.'
  },
  'problem.payment.required': { 'zh-CN': '费用还没有支付', en: 'The fee is not paid yet' },
  'problem.payment.unknown': { 'zh-CN': '没有找到这笔订单', en: 'There is no such order' },
  'problem.payment.way': { 'zh-CN': '这种支付方式暂不可用', en: 'This way to pay is not available' },
  'problem.payment.voucher': {
    'zh-CN': '兑换码不正确，或已经用过',
    en: 'The voucher is not valid, or was used before'
  },
  'problem.payment.unavailable': {
    'zh-CN': '支付平台没有响应，没有扣款，请稍后再试或换一种方式',
    en: 'The payment provider does not answer and nothing was charged; try later or another way'
  }
} as const satisfies Messages;
