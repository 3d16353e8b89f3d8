import { expect, it } from 'vitest';
import { providerIds } from '$lib/api/contracts/account';
import { subscriptionSchema } from '$lib/api/contracts/messages';
import { paymentWays } from '$lib/api/contracts/payment';
import { dataUse } from '$lib/i18n/locales/zh-CN/flow/data-use';

/** Drivers that run in the endpoint itself: no other system learns of them. */
const within = ['free', 'voucher', 'sandbox'];

it('the notice can name every other system that a server may be set up to use', () => {
  const drivers = new Set(paymentWays.map((way) => way.split('.')[0]!));
  const systems = [
    ...[...drivers].filter((id) => !within.includes(id)).map((id) => `payment.${id}`),
    ...subscriptionSchema.options.map(({ entries }) => `message.${entries.kind.literal}`),
    ...providerIds.map((id) => `signIn.${id}`)
  ];
  const named = Object.keys(dataUse).filter((key) => key.split('.').length === 3);
  expect(named.sort()).toEqual(systems.map((id) => `use.${id}`).sort());
});
