import type { Translation } from '../../../message';
import type { print as source } from '../../zh-CN/flow/print';

export const print: Translation<typeof source> = {
  'print.title': 'Print the photo',
  'print.lead': 'Several of your finished photo on one sheet, made on this device and sent nowhere.',
  'print.size': 'Photo size',
  'print.paper': 'Paper',
  'print.size.one': '1 inch (一寸)',
  'print.size.two': '2 inch (二寸)',
  'print.size.smallTwo': 'Small 2 inch',
  'print.size.own': 'Its own size',
  'print.paper.five': '5 inch photo paper',
  'print.paper.six': '6 inch photo paper',
  'print.paper.a4': 'A4',
  'print.millimetres': '{width} × {height} mm',
  'print.count': { one: '{count} photo fits on the sheet', other: '{count} photos fit on the sheet' },
  'print.failed': 'The sheet could not be made. Please try again.',
  'print.pdf': 'Save as PDF',
  'print.jpg': 'Save as picture (JPG)',
  'print.hint': 'Print at “actual size” or 100 %, not “fit to page”; cut along the grey lines.'
};
