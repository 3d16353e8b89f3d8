import { account } from './messages/account';
import { advice } from './messages/advice';
import { appearance } from './messages/appearance';
import { camera } from './messages/camera';
import { capture } from './messages/capture';
import { codes } from './messages/codes';
import { consent } from './messages/consent';
import { details } from './messages/details';
import { dataUse } from './messages/data-use';
import { errors } from './messages/errors';
import { finer } from './messages/finer';
import { handingIn } from './messages/handing-in';
import { kiosk } from './messages/kiosk';
import { log } from './messages/log';
import { campaign } from './messages/campaign';
import { reasons } from './messages/reasons';
import { outcome } from './messages/outcome';
import { payment } from './messages/payment';
import { rules } from './messages/rules';
import { selftest } from './messages/selftest';
import { shell } from './messages/shell';
import { start } from './messages/start';
import { tries } from './messages/tries';

/** Every text the product shows, one file per area under `messages/`. */
export const catalogue = {
  ...shell,
  ...start,
  ...consent,
  ...details,
  ...codes,
  ...capture,
  ...tries,
  ...camera,
  ...handingIn,
  ...payment,
  ...account,
  ...dataUse,
  ...outcome,
  ...campaign,
  ...kiosk,
  ...reasons,
  ...rules,
  ...advice,
  ...appearance,
  ...finer,
  ...selftest,
  ...errors,
  ...log
};

export type MessageKey = keyof typeof catalogue;
