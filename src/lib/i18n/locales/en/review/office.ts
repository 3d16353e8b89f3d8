import type { Translation } from '../../../message';
import type { office as source } from '../../zh-CN/review/office';

export const office: Translation<typeof source> = {
  'problem.export.layout': 'Photos cannot be laid out like this',
  'export.fresh': 'Only what was not exported before',
  'export.noneFresh': 'Nothing new is approved.',
  'export.layout': 'Where photos lie in the ZIP',
  'export.layout.institution': 'Institution code / student number',
  'export.layout.class': 'Institution code / class / student number',
  'export.layout.code': 'Campaign code / student number',
  'export.layout.own': 'Another…',
  'export.template': 'Path',
  'export.templateHint': 'Use {names}; / makes a folder.',
  'export.example': 'For example',
  'export.sampleClass': 'Class 1',
  'export.sampleName': 'Lin Xiao',
  'export.fault.length': 'It takes 1 to 200 characters',
  'export.fault.unknown': 'A name in braces is not known',
  'export.fault.number': 'The file name needs {field}',
  'export.fault.ending': 'It has to end in .jpg',
  'export.fault.folders': 'At most 4 folders deep',
  'export.fault.letters': 'It has letters or names that Windows does not allow'
};
