import type { texts } from './locales/zh-CN';
import type { review } from './locales/zh-CN/review';

/** A text that students may read. */
export type MessageKey = keyof typeof texts;
/** A text of the console, which shows the student's too. */
export type ReviewKey = MessageKey | keyof typeof review;
