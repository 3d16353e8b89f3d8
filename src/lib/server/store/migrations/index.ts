import { submissions } from './001-submissions';
import { campaigns } from './002-campaigns';
import { staff } from './003-staff';
import { payment } from './004-payment';
import { review } from './005-review';
import { messages } from './006-messages';
import { accounts } from './007-accounts';
import { consent } from './008-consent';
import { quota } from './009-quota';
import { accountAdmin } from './010-staff-care';
import { sessions } from './011-sessions';
import { parts } from './012-parts';
import { whose } from './013-whose';
import { proven } from './014-proven';
import { erasures } from './015-erasures';
import { custody } from './016-custody';
import { jobs } from './017-jobs';
import { staffSignIn } from './018-staff-sign-in';
import { notice } from './019-notice';
import { farm } from './020-farm';
import { campaignAdmin } from './021-campaign-care';
import { exported } from './022-exported';
import { kioskCodes } from './023-kiosk-codes';
import { confirmed } from './024-confirmed';
import { proved } from './025-proved';
import { campusNumbers } from './026-campus-numbers';
import { overview } from './027-overview';
import { staffPasskeys } from './028-staff-passkeys';
import { exportHold } from './029-export-hold';
import { look } from './030-look';
import { reminders } from './031-reminders';
import { note } from './032-note';
import { payer } from './033-payer';
import { enrolment } from './034-enrolment';
import type { Migration } from './migration';

/** Forward only: never change an entry that has shipped, append one. The position is the version. */
export const migrations: readonly Migration[] = [
  submissions,
  campaigns,
  staff,
  payment,
  review,
  messages,
  accounts,
  consent,
  quota,
  accountAdmin,
  sessions,
  parts,
  whose,
  proven,
  erasures,
  custody,
  jobs,
  staffSignIn,
  notice,
  farm,
  campaignAdmin,
  exported,
  kioskCodes,
  confirmed,
  proved,
  campusNumbers,
  overview,
  staffPasskeys,
  exportHold,
  look,
  reminders,
  note,
  payer,
  enrolment
];
