import { accountApi, type Factor } from '$lib/api/contracts/account';
import { request, type Result, type Trouble } from '$lib/api/request';
import { makeCredential, showCredential } from '$lib/platform/passkey';

/** What the signed-in student's account holds, or why it cannot be asked. */
export const getAccount = () => request(accountApi.view, {});

/** Null when it went well. */
const trouble = async (answer: Promise<Result<undefined>>): Promise<Trouble | null> => {
  const heard = await answer;
  return heard.ok ? null : heard.code;
};

/** The registration of a submission to the account of this device, which begins with it. */
export const bind = (id: string, key: string) => trouble(request(accountApi.bind, { body: { id }, key }));

/** Ends this browser's session, or all of the account's. Null when it is done. */
export const signOut = (everywhere: boolean) =>
  trouble(request(accountApi.signOut, { params: { all: everywhere ? '1' : '0' } }));

/** Takes a way to sign in from the account. Null when it is done. */
export const removeFactor = (factor: Pick<Factor, 'kind' | 'id'>) =>
  trouble(request(accountApi.removeFactor, { body: factor }));

/** Makes a passkey on this device and adds it to the account. Null when it is done. */
export async function makePasskey(): Promise<Trouble | null> {
  const asked = await request(accountApi.passkeyCreate, { body: {} });
  if (!asked.ok) return asked.code;
  const made = await makeCredential(asked.value);
  return made ? trouble(request(accountApi.passkeyCreated, { body: made })) : 'account.passkey';
}

/** Signs in with a passkey of this device. Null when it is done. */
export async function enterByPasskey(): Promise<Trouble | null> {
  const asked = await request(accountApi.passkeyUse, { body: {} });
  if (!asked.ok) return asked.code;
  const used = await showCredential(asked.value);
  return used ? trouble(request(accountApi.passkeyUsed, { body: used })) : 'account.passkey';
}
