import type { PublicCampaign } from '$lib/api/contracts/campaign';
import { consentItems, noticeVersion } from '$lib/api/notice';
import { isUnheard } from '$lib/api/request';
import { i18n } from '$lib/i18n/i18n.svelte';
import { debugLog } from '$lib/log/debug-log';
import { getStatus, putSubmission } from '$lib/submission/client';
import { nextDelay } from '$lib/submission/retry';
import type { CoreErrorCode, Finished, Report } from '$workers/protocol';
import { resolveStandard } from '$workers/standard/resolve';
import type { BulkFinisher } from './finisher';
import { keepThumb, type BulkItem, type BulkRun } from './kept';
import { isGone, type SourcePicture } from './found';

/** What became of a picture. */
export type Ended = Pick<BulkItem, 'verdict' | 'reasons'> & { state: 'sent' | 'failed' };

/** Failures of the device or its network, and not of the picture: what is waited for comes again. */
const awaited: readonly CoreErrorCode[] = ['model.load', 'file.damaged', 'network.captive', 'graphics.lost'];
/** Refusals that every picture of the campaign would meet. */
const ofCampaign = /^(campaign|way|consent|payment)\.|^registration\.(institution|fields)$/;

/** What a picture's way needs of its run. */
export interface Surroundings {
  run: BulkRun;
  campaign: PublicCampaign;
  finisher: BulkFinisher;
  signal: AbortSignal;
  keep: (item: BulkItem) => Promise<void>;
  /** What holds the run up, as a text's key, and is tried again; null when it is over. */
  trouble: (key: string | null) => void;
  /** The campaign takes none of the pictures: the run stops, with the text of this key. */
  refused: (key: string) => void;
  /** There was no memory for the worker. Answers whether the picture may wait for another. */
  tooMany: () => boolean;
}

const failed = (...reasons: string[]): Ended => ({ state: 'failed', verdict: null, reasons });

/** Finishes and submits one picture. Null: not now, and it is to be done anew; `gone`: its file is out of reach. */
export async function finishOne(
  item: BulkItem,
  source: SourcePicture,
  around: Surroundings
): Promise<Ended | null | 'gone'> {
  // It may have arrived before the page was closed.
  if (item.state === 'sending' && (await getStatus(item.submission)).ok)
    return { state: 'sent', verdict: item.verdict, reasons: item.reasons };
  let picture: Blob;
  try {
    picture = await source.open();
  } catch (error) {
    debugLog.warn('bulk.open', error);
    return isGone(error) ? 'gone' : failed('error.file.corrupt');
  }
  const { campaign, finisher, signal } = around;
  const answer = await finisher.finish(picture, resolveStandard(campaign), signal);
  if (!answer.ok) {
    if (answer.code === 'aborted' || signal.aborted) return null;
    if (answer.code === 'model.memory' && around.tooMany()) return null;
    if (awaited.includes(answer.code)) {
      around.trouble('bulk.trouble.device');
      await pause(nextDelay(1), signal);
      return null;
    }
    return (await isReachable(picture)) ? failed(`error.${answer.code}`) : 'gone';
  }
  return settle(item, answer.value, around);
}

/** Whether a file can still be read; not so when its disk was taken out, or it was moved or changed. */
export async function isReachable(picture: Blob): Promise<boolean> {
  try {
    await picture.slice(0, 1).arrayBuffer();
    return true;
  } catch (error) {
    debugLog.warn('bulk.gone', error);
    return false;
  }
}

async function settle(item: BulkItem, answer: Finished, around: Surroundings): Promise<Ended | null> {
  const { report, finishedReport, photo, before } = answer;
  const found = new Set([...report.reasons, ...(finishedReport?.reasons ?? [])]);
  const reasons = [...found].map((reason) => `fault.${reason}`);
  const verdicts = [report.verdict, finishedReport?.verdict ?? 'fail'];
  if (verdicts.includes('fail') || !photo || !finishedReport) {
    // Without its small picture, what was found of it still counts.
    if (before)
      await keepThumb(around.run, item.path, new Blob([before])).catch((error: unknown) =>
        debugLog.warn('bulk.thumb', error)
      );
    return { state: 'failed', verdict: 'fail', reasons };
  }
  const verdict = verdicts.includes('warn') ? 'warn' : 'pass';
  const sending: BulkItem = { ...item, state: 'sending', verdict, reasons };
  await around.keep(sending);
  return send(sending, photo.jpeg, finishedReport, around);
}

/** Sends until it is taken or refused; with a network that does not carry, less and less often. */
async function send(
  item: BulkItem,
  jpeg: Uint8Array<ArrayBuffer>,
  report: Report,
  around: Surroundings
): Promise<Ended | null> {
  const { run, campaign, signal, trouble } = around;
  for (let failures = 1; !signal.aborted; failures++) {
    const answer = await putSubmission({
      ...item.submission,
      jpeg,
      registration: registrationOf(item, campaign),
      report,
      details: {
        campaign: campaign.code,
        way: 'file',
        consent: { version: noticeVersion, at: run.agreedAt, items: [...consentItems], locale: i18n.locale }
      }
    });
    if (answer.ok) {
      trouble(null);
      return { state: 'sent', verdict: item.verdict, reasons: item.reasons };
    }
    // An earlier try arrived, with other bytes of the same photo.
    const there = answer.code === 'submission.conflict' && (await getStatus(item.submission)).ok;
    if (there) return { state: 'sent', verdict: item.verdict, reasons: item.reasons };
    if (ofCampaign.test(answer.code)) {
      around.refused(`problem.${answer.code}`);
      return null;
    }
    if (!answer.retry && !isUnheard(answer))
      return { state: 'failed', verdict: item.verdict, reasons: [`problem.${answer.code}`] };
    trouble('bulk.trouble');
    await pause(nextDelay(failures), signal);
  }
  return null;
}

/** As the list has the student; of the fields that a campaign asks for, the list knows the class. */
function registrationOf(
  { studentNumber, name, className }: BulkItem,
  { institution, fields }: PublicCampaign
) {
  const asksClass = fields.some(({ id }) => id === 'class');
  return {
    studentNumber,
    name,
    institutionCode: institution.code,
    institutionName: institution.name,
    source: 'typed' as const,
    ...(asksClass && className && { fields: { class: className } })
  };
}

/** Ends sooner when it is stopped. */
const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
