import type { Contract } from '$lib/api/contracts/contract';
import type { Answer, Input, Result } from '$lib/api/request';
import { staffSession } from './session.svelte';

/** One request in the session of who is signed in; when that ended, on to the sign-in page. Never throws. */
export const call = <C extends Contract>(contract: C, input: Input<C>): Promise<Result<Answer<C>>> =>
  staffSession.call(contract, input);
