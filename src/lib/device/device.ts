import type { PublicCampaign } from '$lib/api/contracts/campaign';
import type { OutboxItem } from '$lib/submission/outbox-item';

/** What became of a photo that was handed in. */
export type HandedIn =
  /** Sent, waiting to be sent, or refused: the draft tells which. */
  | 'done'
  /** No room for it on the device. */
  | 'full'
  /** It could neither be kept nor sent. */
  | 'unreachable';

/** What differs between a student's own device and a kiosk. The pages ask what it does, never which of the two it is. */
export interface Device {
  readonly kind: 'student' | 'kiosk';
  /** Belongs to one person, who has files and a browser history here, may sign in and be sent messages. */
  readonly personal: boolean;
  /** The draft is kept for the next visit; otherwise it lives in memory alone. */
  readonly keeps: boolean;
  /** The endpoint counts finished photos and takes a fee: only from a device with an owner and a network. */
  readonly counted: boolean;
  /** The campaign that it was set up for. */
  readonly campaign: PublicCampaign | null;
  /** A random id for the endpoint's limits; null where the device is everybody's. */
  id(): Promise<string | null>;
  /** Takes a finished photo. */
  handIn(item: OutboxItem): Promise<HandedIn>;
  /** Sends what waits here. */
  send(): Promise<void>;
  /** Somebody is there, though they touch nothing. */
  present(): void;
}
