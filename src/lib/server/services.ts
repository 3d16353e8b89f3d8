import { envelopeResolver, type CodeResolver } from './codes/resolver';
import {
  adminPasskeys,
  campaignFile,
  codeKeys,
  databaseAddress,
  dataFolder,
  farmDays,
  farmStore,
  fileKeys,
  photoAddress,
  requireLimits,
  settings
} from './config';
import { clearFarm } from './farm/clear';
import { farmFiles } from './farm/place';
import type { PhotoFiles } from './files/files';
import { openPhotos } from './files/open';
import { messageSenders, type Senders } from './messages/senders';
import { reminders, type Reminders } from './messages/reminders';
import { messageService, type MessageService } from './messages/service';
import { paymentDrivers } from './payment/drivers';
import type { SandboxProvider } from './payment/drivers/sandbox';
import { paymentService, type PaymentService } from './payment/service';
import { personalData, type PersonalData } from './personal/erase';
import { spreadErasures } from './personal/ledger';
import { keyLedger } from './store/erasures';
import { retain } from './personal/retention';
import { campaignStore, type Campaigns } from './store/campaigns';
import { campaignAdmin, type CampaignAdmin } from './policy/campaign-admin';
import { quotaBook, type QuotaBook } from './policy/quota';
import { parseCampaign, parseCampaignFile, requireProviders } from './policy/parse-campaign';
import { sampleCampaign } from './policy/sample';
import type { Job } from './jobs/job';
import { startJobs, type Jobs } from './jobs/jobs';
import { desk, type Desk } from './review/desk';
import { enrolment, type Enrolment } from './review/enrolment';
import { staffAccounts, type StaffAccounts } from './staff/accounts';
import { staffOidc, type StaffSignIn } from './staff/oidc';
import { staffPasskeys, type StaffPasskeys } from './staff/passkeys';
import { accountAdmin, type AccountAdmin } from './staff/account-admin';
import { studentAccounts, type StudentAccounts } from './signin/accounts';
import { passkeys, type Passkeys } from './signin/passkeys';
import type { SignInProvider } from './signin/provider';
import { signInProviders } from './signin/providers';
import { log } from './log';
import { keyIdentities } from './store/identities';
import { openDatabase } from './store/open';
import type { SqlDatabase } from './store/sql';
import { submissionStore, type SubmissionStore } from './store/submissions';
import { receipts, type Receipts } from './submission/receipt';
import { bodyParts, type Parts } from './store/parts';
import { submissionService, type SubmissionService } from './submission/service';

export interface Services {
  db: SqlDatabase;
  files: PhotoFiles;
  campaigns: Campaigns;
  campaignAdmin: CampaignAdmin;
  /** What this server's configuration says of campaigns. */
  campaignTerms: { fixed: boolean; takesFees: boolean };
  store: SubmissionStore;
  quota: QuotaBook;
  submissions: SubmissionService;
  receipts: Receipts;
  /** Beginnings of submissions that come in parts. */
  parts: Parts;
  personal: PersonalData;
  staff: StaffAccounts;
  staffPasskeys: StaffPasskeys;
  /** Whether admins must sign in by passkey. */
  asksPasskeys: boolean;
  accountAdmin: AccountAdmin;
  /** Null while staff has no single sign-on. */
  staffSignIn: StaffSignIn | null;
  desk: Desk;
  enrolment: Enrolment;
  /** Null where this unit reads no encrypted codes. */
  codes: CodeResolver | null;
  payments: PaymentService;
  /** Null while the payment sandbox is off. */
  sandbox: SandboxProvider | null;
  accounts: StudentAccounts;
  passkeys: Passkeys;
  signIn: SignInProvider[];
  messages: MessageService;
  reminders: Reminders;
  senders: Senders;
  jobs: Jobs;
}

let starting: Promise<Services> | undefined;

/** Everything the routes call, started once; a failed start is forgotten. */
export function services(): Promise<Services> {
  starting ??= start().catch((error: unknown) => {
    starting = undefined;
    throw error;
  });
  return starting;
}

async function start(): Promise<Services> {
  const asksPasskeys = adminPasskeys();
  requireLimits();
  const keys = codeKeys();
  const codes = keys.size ? envelopeResolver(keys) : null;
  const file = campaignFile();
  const configured = file ? await parseCampaignFile(file) : [parseCampaign(sampleCampaign)];
  const files = await openPhotos(photoAddress(), fileKeys(), settings());
  const db = await openDatabase(databaseAddress());
  try {
    const campaigns = campaignStore(db, configured[0]!.code);
    // The file is the truth for what it names; the sample is there only until there is another.
    if (file || !(await campaigns.list()).length)
      for (const campaign of configured) await campaigns.save(campaign);
    const kept = await campaigns.kept();
    if (file) await campaigns.makeFirst(configured[0]!.code);
    else if (!kept.some(({ first }) => first)) {
      const usual = kept.find(({ campaign: { code } }) => code === configured[0]!.code) ?? kept[0]!;
      await campaigns.makeFirst(usual.campaign.code);
    }
    const store = submissionStore(db);
    const drivers = await paymentDrivers(db, settings());
    const providers = drivers.on.filter(({ id }) => id !== 'free').length;
    const current = kept.filter(({ archived }) => !archived);
    requireProviders(
      current.map(({ campaign }) => campaign),
      providers
    );
    const campaignTerms = { fixed: file !== undefined, takesFees: providers > 0 };
    const payments = paymentService({ db, campaigns, codes, drivers: drivers.on });
    const personal = personalData(db, store, files, dataFolder());
    await keyIdentities(db);
    await keyLedger(db);
    const quota = quotaBook(db);
    const submissions = submissionService({ store, files, campaigns, codes, fee: payments, quota });
    for (const { id, wants } of drivers.off) sayOff('payment', id, wants);
    const senders = messageSenders(settings());
    const messages = messageService({ db, campaigns, senders: senders.on, origin: settings().ORIGIN });
    const reminding = reminders(db, campaigns);
    for (const { id, wants } of senders.off) sayOff('messages', id, wants);
    const signIn = signInProviders(settings());
    for (const { id, wants } of signIn.off) sayOff('signIn', id, wants);
    const staffSignIn = staffOidc(settings());
    for (const { id, wants } of staffSignIn.off) sayOff('staffSignIn', id, wants);
    const parts = bodyParts(db);
    const jobs = startJobs(db, databaseAddress(), [
      { name: 'parts', everySeconds: 60, work: () => parts.sweep() },
      { name: 'payment', everySeconds: 5, work: () => payments.round(), waiting: () => payments.waiting() },
      { name: 'messages', everySeconds: 5, work: () => messages.round(), waiting: () => messages.waiting() },
      {
        name: 'retention',
        everySeconds: 20 * 60,
        work: () => retain(campaigns, personal).then(() => reminding.clear())
      },
      {
        name: 'erasures',
        everySeconds: 20 * 60,
        everywhere: true,
        work: () => spreadErasures(db, dataFolder())
      },
      ...farmJobs(db)
    ]);
    return {
      db,
      files,
      campaigns,
      campaignTerms,
      campaignAdmin: campaignAdmin({ db, ...campaignTerms }),
      store,
      codes,
      quota,
      submissions,
      receipts: receipts(db, { store, campaigns }),
      payments,
      parts,
      personal,
      sandbox: drivers.sandbox,
      accounts: studentAccounts(db),
      passkeys: passkeys(db),
      signIn: signIn.on,
      messages,
      reminders: reminding,
      senders,
      jobs,
      staff: staffAccounts(db, undefined, undefined, asksPasskeys),
      staffPasskeys: staffPasskeys(db, asksPasskeys),
      asksPasskeys,
      accountAdmin: accountAdmin(db),
      staffSignIn: staffSignIn.on[0] ?? null,
      desk: desk(db, store, campaigns),
      enrolment: enrolment(db, files, store)
    };
  } catch (error) {
    await db.close();
    throw error;
  }
}

/** Where there may be a farm, its store is cleared. */
const farmJobs = (db: SqlDatabase): Job[] =>
  db.kind === 'postgres'
    ? [
        {
          name: 'farm',
          everySeconds: 3600,
          work: async () => clearFarm(db, await farmFiles(farmStore(), fileKeys(), settings()), farmDays())
        }
      ]
    : [];

/** For whoever starts the server: which driver is off, and which settings would switch it on. */
function sayOff(area: string, driver: string, wants: readonly string[]): void {
  log.info('driver.off', { area, driver, wants });
}

/** Closes the database; called when the server ends. */
export async function stopServices(): Promise<void> {
  // A start that failed has nothing to stop.
  const running = await starting?.catch(() => undefined);
  starting = undefined;
  await running?.jobs.stop();
  await running?.db.close();
}
