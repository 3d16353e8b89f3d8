import type { Translation } from '../../../message';
import type { payment as source } from '../../zh-CN/flow/payment';

export const payment: Translation<typeof source> = {
  'step.payment': 'Fee',

  'payment.title': 'Pay the fee',
  'payment.what': 'Fee for the graduation photo',
  'payment.amount': 'Amount',
  'payment.rule':
    'Withdraw before review and all of it is refunded. A retake after a rejection costs nothing.',
  'payment.how': 'How would you like to pay?',
  'payment.way.free': 'Free of charge',
  'payment.way.voucher': 'Voucher',
  'payment.way.sandbox': 'Sandbox (a trial, no money)',
  'payment.way.wechat.jsapi': 'WeChat Pay',
  'payment.way.wechat.h5': 'WeChat Pay',
  'payment.way.wechat.native': 'WeChat Pay, by scanning',
  'payment.way.alipay.wap': 'Alipay',
  'payment.way.alipay.page': 'Alipay',
  'payment.voucher': 'Voucher code',
  'payment.voucherHint': 'Sixteen letters and digits from your institution, good for one student.',
  'payment.pay': 'Pay {amount}',
  'payment.redeem': 'Use the voucher',
  'payment.goOn': 'Continue',
  'payment.opening': 'Opening the payment…',
  'payment.waiting': 'Waiting for the payment…',
  'payment.waitingText':
    'This page goes on by itself once you have paid. If you have and nothing happens, wait a moment; do not pay again.',
  'payment.scan': 'Scan this code with WeChat to pay.',
  'payment.scanCode': 'Payment code',
  'payment.again': 'Open the payment again',
  'payment.other': 'Choose another way',
  'payment.paid': 'The fee is paid',
  'payment.paidText': 'You will not be charged again.',
  'payment.closed': 'This order was not paid in time and is closed; nothing was charged. Please pay again.',
  'payment.cancelled':
    'The payment was not completed and nothing was charged. Try again, or choose another way.',
  'payment.unreachable':
    'The server cannot be reached. Photo and details are safe; try again when online. Money already paid is not lost.',
  'payment.noWay': 'There is no way to pay here. Please ask your institution.',
  'payment.keepPhoto': 'This browser keeps nothing: save your photo before you leave the page to pay.',

  'sandbox.title': 'Sandbox payment',
  'sandbox.text': 'This is a trial: no money moves. Choose how the payment ends.',
  'sandbox.pay': 'Pay',
  'sandbox.lost': 'Pay, and lose the notice',
  'sandbox.decline': 'Go back without paying',
  'sandbox.unknown': 'There is no such order. Go back and pay again.'
};
