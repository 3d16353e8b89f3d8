import type { Translation } from '../../../message';
import type { cutOut as source } from '../../zh-CN/flow/cut-out';

export const cutOut: Translation<typeof source> = {
  'check.cut.ask': 'Edge not clean?',
  'check.cut.advised':
    'This background is hard to remove, and another method may do better. Have it removed once more, compare the two and pick one.',
  'check.cut.unfit':
    'Removing the background by another method takes a device with more memory (4 GB at least).',
  'check.cut.explain':
    'Removes the background of the same picture once more, by another, finer method. You then see both side by side and pick one. It does not count as another photo.',
  'check.cut.bytes': 'To download: {size} MB',
  'check.cut.noBytes': 'Nothing to download',
  'check.cut.seconds': {
    one: 'About {count} second on this device',
    other: 'About {count} seconds on this device'
  },
  'check.cut.metered': 'You are on a mobile network or saving data: the download uses up your allowance.',
  'check.cut.begin': 'Begin',
  'check.cut.download': 'Downloading the tool…',
  'check.cut.downloadBytes': 'Downloading the tool: {loaded} of {total} MB',
  'check.cut.kept': 'Your photo is still here and can be used as it is.',
  'check.cut.choose': 'Pick the one with the cleaner edge',
  'check.cut.fast': 'Usual method',
  'check.cut.fine': 'Finer method',
  'check.cut.zoom': 'Magnify',
  'check.cut.fails': 'This one did not pass'
};
