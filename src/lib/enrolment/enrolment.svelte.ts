import { toBase64 } from '$lib/api/base64';
import { matchSize } from '$lib/api/contracts/bulk';
import { enrolmentApi, type Enrolled } from '$lib/api/contracts/enrolment';
import { debugLog } from '$lib/log/debug-log';
import { zippedFiles, type ZippedFile } from '$lib/platform/zip';
import { nextDelay } from '$lib/submission/retry';
import { call } from '$lib/review/api';
import {
  meant,
  numbersOf,
  planEnrolment,
  type EnrolmentPlan,
  type LeftFile,
  type LeftWhy,
  type WantedPhoto
} from './plan';

/** Files of one ZIP at most. */
const maxFiles = 50_000;
/** Photos on their way at a time. */
const atOnce = 3;
/** A photo is sent so often before the rest waits for somebody to go on. */
const maxTries = 4;

const whyOf: Readonly<Record<string, LeftWhy>> = {
  'photo.type': 'type',
  'photo.corrupt': 'corrupt',
  'enrolment.tooLarge': 'bytes',
  'enrolment.notListed': 'notListed'
};

/** Enrolment photos of a campaign: what is there, what a ZIP would change, and bringing it in. */
export class EnrolmentImport {
  readonly campaign: string;
  there = $state.raw<Pick<Enrolled, 'photos' | 'listed'> | null>(null);
  /** What is going on, with how much of it is done. */
  doing = $state.raw<{ what: 'reading' | 'sending'; done: number; all: number } | null>(null);
  plan = $state.raw<EnrolmentPlan | null>(null);
  /** Photos that were taken in, and files that were not; null before. */
  ended = $state.raw<{ taken: number; left: readonly LeftFile[] } | null>(null);
  problem = $state<string | null>(null);
  /** What is still to be sent of a plan that somebody wanted. */
  #waiting: WantedPhoto[] = [];
  #refused: LeftFile[] = [];
  #taken = 0;
  #stopped = false;

  constructor(campaign: string) {
    this.campaign = campaign;
  }

  /** Photos of a wanted plan that are not there yet. */
  waiting = $state(0);

  async count(): Promise<void> {
    const answer = await call(enrolmentApi.match, { body: { campaign: this.campaign, numbers: [] } });
    this.problem = answer.ok ? null : answer.code;
    if (answer.ok) this.there = answer.value;
  }

  /** Reads a ZIP and says what it would change. */
  async look(zip: Blob): Promise<void> {
    [this.plan, this.ended, this.problem] = [null, null, null];
    this.#waiting = [];
    this.waiting = 0;
    this.doing = { what: 'reading', done: 0, all: 0 };
    try {
      const files = meant(await zippedFiles(zip));
      if (files.length > maxFiles) this.problem = 'enrolment.tooMany';
      else if (files.length === 0) this.problem = 'enrolment.empty';
      else await this.#plan(files);
    } catch (error) {
      debugLog.warn('enrolment.zip', error);
      this.problem = 'enrolment.unreadable';
    }
    this.doing = null;
  }

  async #plan(files: readonly ZippedFile[]): Promise<void> {
    const numbers = numbersOf(files);
    const students: Enrolled['students'] = [];
    for (let at = 0; at === 0 || at < numbers.length; at += matchSize) {
      const body = { campaign: this.campaign, numbers: numbers.slice(at, at + matchSize) };
      const answer = await call(enrolmentApi.match, { body });
      if (!answer.ok) {
        this.problem = answer.code;
        return;
      }
      this.there = answer.value;
      students.push(...answer.value.students);
    }
    let done = 0;
    this.plan = await planEnrolment(files, students, () => {
      this.doing = { what: 'reading', done: ++done, all: files.length };
    });
  }

  leave(): void {
    [this.plan, this.problem] = [null, null];
  }

  /** Brings in what the plan says. */
  async take(): Promise<void> {
    if (!this.plan) return;
    this.#waiting = [...this.plan.added, ...this.plan.replaced];
    this.#refused = [...this.plan.left];
    this.#taken = 0;
    this.plan = null;
    await this.resume();
  }

  /** Sends what is left of it. */
  async resume(): Promise<void> {
    this.problem = null;
    this.#stopped = false;
    const all = this.#taken + this.#waiting.length;
    this.doing = { what: 'sending', done: this.#taken, all };
    await Promise.all(Array.from({ length: atOnce }, () => this.#send(all)));
    this.waiting = this.#waiting.length;
    this.doing = null;
    if (this.waiting === 0) this.ended = { taken: this.#taken, left: this.#refused };
    const problem = this.problem;
    await this.count();
    this.problem ??= problem;
  }

  /** What is on its way arrives; the rest waits. */
  stop(): void {
    this.#stopped = true;
  }

  async #send(all: number): Promise<void> {
    for (let photo; !this.#stopped && (photo = this.#waiting.shift());) {
      const code = await this.#sendOne(photo);
      const why = code === null ? undefined : whyOf[code];
      if (code === null) this.#taken++;
      else if (why) this.#refused.push({ path: photo.path, why });
      else {
        this.#waiting.push(photo);
        this.#stopped = true;
        this.problem = code;
      }
      this.doing = { what: 'sending', done: all - this.#waiting.length, all };
    }
  }

  /** Null when it is there; else the code of what stands against it. */
  async #sendOne({ studentNumber, open }: WantedPhoto): Promise<string | null> {
    let photo: string;
    try {
      photo = toBase64(new Uint8Array(await (await open()).arrayBuffer()));
    } catch (error) {
      // the file was moved or changed since it was chosen
      debugLog.warn('enrolment.open', error);
      return 'enrolment.unreadable';
    }
    for (let tries = 1; ; tries++) {
      const answer = await call(enrolmentApi.put, {
        body: { campaign: this.campaign, studentNumber, photo }
      });
      if (answer.ok) return null;
      if (!answer.retry || tries >= maxTries || this.#stopped) return answer.code;
      await new Promise((resolve) => setTimeout(resolve, nextDelay(tries)));
    }
  }

  async removeAll(): Promise<void> {
    const answer = await call(enrolmentApi.remove, { body: { campaign: this.campaign } });
    this.ended = null;
    await this.count();
    if (!answer.ok) this.problem = answer.code;
  }
}
