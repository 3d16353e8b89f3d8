import { expect, it } from 'vitest';
import { addressOf, networksOf } from './address';

it.each([
  ['203.0.113.7', ['203.0.113.7']],
  ['::ffff:203.0.113.7', ['203.0.113.7']],
  ['::ffff:cb00:7107', ['203.0.113.7']],
  ['0:0:0:0:0:FFFF:203.0.113.7', ['203.0.113.7']],
  ['203.0.113.7:50123', ['203.0.113.7']],
  ['[2001:db8:1:2::9]:50123', ['2001:db8:1:2::/64', '2001:db8:1::/48']],
  ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2::/64', '2001:db8:1::/48']],
  ['2001:0db8:0001:0002::1', ['2001:db8:1:2::/64', '2001:db8:1::/48']],
  ['2001:db8::1', ['2001:db8:0:0::/64', '2001:db8:0::/48']],
  ['fe80::1%eth0', ['fe80:0:0:0::/64', 'fe80:0:0::/48']],
  ['::1', ['0:0:0:0::/64', '0:0:0::/48']]
])('%s', (address, networks) => expect(networksOf(address)).toEqual(networks));

it('is unknown where the proxy’s header is missing', () => {
  const getClientAddress = () => {
    throw new Error('no header');
  };
  expect(addressOf({ getClientAddress })).toBe('unknown');
  expect(addressOf({ getClientAddress: () => '203.0.113.7' })).toBe('203.0.113.7');
});
