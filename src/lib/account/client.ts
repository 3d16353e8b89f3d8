import { accountApi, type Factor } from '$lib/api/contracts/account';
import { request, type Result, type Trouble } from '$lib/api/request';
import { makeCredential, showCredential } from '$lib/platform/passkey';

export const getAccount = () => request(accountApi.view, {});

/** Null when it went well. */
const trouble = async (answer: Promise<Result<undefined>>): Promise<Trouble | null> => {
  const heard = await answer;
  return heard.ok ? null : heard.code;
};

/** The registration of a submission to the account of this device, which begins with it. */
export const bind = (id: string, key: string) => trouble(request(accountApi.bind, { body: { id }, key }));

export const signOut = (everywhere: boolean) =>
  trouble(request(accountApi.signOut, { params: { all: everywhere ? '1' : '0' } }));

export const removeFactor = (factor: Pick<Factor, 'kind' | 'id'>) =>
  trouble(request(accountApi.removeFactor, { body: factor }));

export async function makePasskey(): Promise<Trouble | null> {
  const asked = await request(accountApi.passkeyCreate, { body: {} });
  if (!asked.ok) return asked.code;
  const made = await makeCredential(asked.value);
  return made ? trouble(request(accountApi.passkeyCreated, { body: made })) : 'account.passkey';
}

export async function enterByPasskey(): Promise<Trouble | null> {
  const asked = await request(accountApi.passkeyUse, { body: {} });
  if (!asked.ok) return asked.code;
  const used = await showCredential(asked.value);
  return used ? trouble(request(accountApi.passkeyUsed, { body: used })) : 'account.passkey';
}
