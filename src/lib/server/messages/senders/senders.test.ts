import { expect, it } from 'vitest';
import { messageSenders } from './index';

it('says which senders are off, and what they want', () => {
  const { on, off, pushKey } = messageSenders({ GRADFRAME_SMTP: 'smtp://localhost' });
  expect(on).toEqual([]);
  expect(pushKey).toBeNull();
  expect(off).toContainEqual({ id: 'email', wants: ['GRADFRAME_MAIL_FROM'] });
  expect(off.map(({ id }) => id)).toEqual(['push', 'email', 'sms', 'wechat']);
  const sms = (url: string) => messageSenders({ GRADFRAME_SMS_URL: url, GRADFRAME_SMS_SECRET: 's' });
  expect(() => sms('http://sms.example.edu.cn')).toThrow('https');
  expect(sms('https://sms.example.edu.cn').on).toHaveLength(1);
});
