import type { Translation } from '../../../message';
import type { review as source } from '../../zh-CN/review';
import { bulk } from './bulk';
import { frame } from './frame';
import { work } from './work';
import { enrolment } from './enrolment';
import { office } from './office';
import { passkeys } from './passkeys';
import { staff } from './staff';
import { reasons } from './reasons';
import { campaigns } from './campaigns';

/** What only the console shows. */
export const review: Translation<typeof source> = {
  ...bulk,
  ...frame,
  ...work,
  ...passkeys,
  ...staff,
  ...office,
  ...enrolment,
  ...reasons,
  ...campaigns
};
