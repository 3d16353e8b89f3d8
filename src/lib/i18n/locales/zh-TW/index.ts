import type { Translation } from '../../message';
import type { texts as source } from '../zh-CN';
import { shell } from './flow/shell';
import { start } from './flow/start';
import { fit } from './flow/fit';
import { campaign } from './flow/campaign';
import { consent } from './flow/consent';
import { dataUse } from './flow/data-use';
import { details } from './flow/details';
import { codes } from './flow/codes';
import { capture } from './flow/capture';
import { cutOut } from './flow/cut-out';
import { move } from './flow/move';
import { print } from './flow/print';
import { camera } from './flow/camera';
import { payment } from './flow/payment';
import { submission } from './flow/submission';
import { outcome } from './flow/outcome';
import { account } from './flow/account';
import { kiosk } from './flow/kiosk';
import { log } from './flow/log';
import { selftest } from './flow/selftest';
import { frame } from './rules/frame';
import { light } from './rules/light';
import { pose } from './rules/pose';
import { face } from './rules/face';
import { background } from './rules/background';
import { worn } from './rules/worn';
import { file } from './rules/file';
import { other } from './rules/other';
import { errors } from './errors';

/** What a student may read. */
export const texts: Translation<typeof source> = {
  ...shell,
  ...start,
  ...fit,
  ...campaign,
  ...consent,
  ...dataUse,
  ...details,
  ...codes,
  ...capture,
  ...cutOut,
  ...move,
  ...print,
  ...camera,
  ...payment,
  ...submission,
  ...outcome,
  ...account,
  ...kiosk,
  ...log,
  ...selftest,
  ...frame,
  ...light,
  ...pose,
  ...face,
  ...background,
  ...worn,
  ...file,
  ...other,
  ...errors
};
