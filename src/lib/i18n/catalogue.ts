import { codes } from './messages/codes';
import { errors } from './messages/errors';

/** Every text the product shows, one file per area under `messages/`. */
export const catalogue = { ...errors, ...codes };

export type MessageKey = keyof typeof catalogue;
