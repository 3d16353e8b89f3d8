import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import type { BillLine } from '../driver';

/** Larger than a day's file of a university can be, bytes unpacked; a bomb ends here. */
const maxBytes = 64 * 1024 * 1024;

/**
 * Lines of Alipay's trade file of a day: a ZIP of tables in GBK, of which the one with the merchant's order numbers is
 * read. Lines with `#` before and after the table are notes; every value is padded with tabs; refunds are negative.
 *
 * @throws Error on what is no such file
 */
export function readAlipayBill(zip: Uint8Array): BillLine[] {
  let left = maxBytes;
  const entries = unzipSync(zip, { filter: ({ originalSize }) => (left -= originalSize) >= 0 });
  const texts = Object.values(entries).map((bytes) => new TextDecoder('gb18030').decode(bytes));
  const table = texts.find((text) => /^支付宝交易号.*商户订单号/m.test(text));
  if (table === undefined) throw new Error('no trades in the file');
  const rows = parse<Record<string, string>>(table, {
    columns: (names: string[]) => names.map((name) => name.trim()),
    record_delimiter: ['\r\n', '\n'],
    comment: '#',
    comment_no_infix: true,
    trim: true,
    skip_empty_lines: true,
    relax_column_count: true
  });
  return rows.map((row) => ({
    orderId: row['商户订单号'] ?? '',
    transactionId: row['支付宝交易号'] ?? '',
    kind: row['业务类型'] === '退款' ? 'refund' : 'payment',
    amountFen: Math.abs(Math.round(Number(row['订单金额（元）']) * 100))
  }));
}
