/** What the pages ask of the service worker. */
export type Order =
  /** Fetch and keep these files of the build, some before the pages' own; answered over the port sent along. */
  | Preparation
  /** Keep every page: nobody is on the way to the camera, which would need the line. */
  | { type: 'pages' }
  /** Keep the texts of the language shown, which the first visit fetches before the service worker is there. */
  | { type: 'language'; tag: string }
  /** Take over now: nobody is in the middle of anything. */
  | { type: 'activate' }
  /** Hand over the picture that another app shared, over the port sent along: a `File`, or null; it is then forgotten. */
  | { type: 'shared' };

/** Whatever comes back over its port once it has told that the first are here lets it go on. */
export interface Preparation {
  type: 'prepare';
  /** What the camera needs. */
  first: string[];
  /** What its photo needs besides. */
  photo: string[];
  then: string[];
}

/**
 * Why a file could not be kept: `captive`, a page came in its place, of a network that wants to be signed in to;
 * `damaged`, other or too few bytes; `server`, an error; `network`, nothing came; `storage`, no room here.
 */
export type FetchTrouble = 'captive' | 'damaged' | 'server' | 'network' | 'storage';

/** What comes back while preparing. */
export interface Fetched {
  /** Files at hand, of how many. */
  files: number;
  total: number;
  /** Bytes at hand, as the files are when unpacked. */
  loaded: number;
  /** What stood in the way first; null while nothing did. */
  trouble: FetchTrouble | null;
  /** True in the last message; with fewer files than the total when some could not be had. */
  done: boolean;
}

/** As the pages show it. */
export interface Prepared extends Fetched {
  /** Bytes of all files. */
  bytes: number;
  /** Whole seconds that the rest may take; null while it cannot be told. */
  secondsLeft: number | null;
}
