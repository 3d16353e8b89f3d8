import { envelopeResolver, type CodeResolver } from './codes/resolver';
import { codeKeys, databaseFile, photoFolder } from './config';
import { folderFiles } from './files/folder';
import { sqliteStore } from './store/sqlite';
import type { SubmissionStore } from './store/store';
import { submissionService, type SubmissionService } from './submission/service';

export interface Services {
  store: SubmissionStore;
  submissions: SubmissionService;
  /** Null where this unit reads no encrypted codes. */
  codes: CodeResolver | null;
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
  const files = await folderFiles(photoFolder());
  const store = sqliteStore(databaseFile());
  const keys = codeKeys();
  const codes = keys.size ? envelopeResolver(keys) : null;
  return { store, codes, submissions: submissionService(store, files, codes) };
}

/** Closes the database; called when the server ends. */
export async function stopServices(): Promise<void> {
  const running = await starting?.catch(() => undefined);
  starting = undefined;
  await running?.store.close();
}
