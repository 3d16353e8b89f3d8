import type { Translation } from '../../../message';
import type { log as source } from '../../zh-CN/flow/log';

export const log: Translation<typeof source> = {
  'log.title': 'Technical log (for support)',
  'log.text':
    'What the code of this page did, how long it took, and what went wrong. It holds no name, number or picture, and is sent nowhere.',
  'log.print': 'Show it in the browser’s console too',
  'log.lines': { one: '{count} line', other: '{count} lines, the latest last' },
  'log.copy': 'Copy details for support',
  'log.copied': 'Copied. Paste it into a message to support.',
  'log.byHand': 'This browser does not let us copy. Select the text below and copy it.',
  'log.clear': 'Clear',
  'log.id': 'Error number: {id}'
};
