import { describe, expect, it } from 'vitest';
import { chosen } from './choose';
import { parsePayload } from './payload';

const code = (text: string) => ({ text, payload: parsePayload(text, new TextEncoder().encode(text)) });
const lin = code('{"version":1,"studentNumber":"2022310001","name":"林晓"}');
const same = code('学号=2022310001;姓名=林晓;院校代码=10486');
const wang = code('学号=2022310002;姓名=王岳');
const link = code('https://portal.example/profile?studentNumber=2022310009&name=x&school=s');
const invitation = code(`https://chat.example/join?token=${'8f3aC71d90b2e45G'.repeat(4)}`);
const token = code(`图像采集码验证|${'Kx3aB9z7QwT1LmRs'.repeat(8)}`);
const wechat = code('https://u.wechat.com/EAbCdEfGh');

describe('of several codes', () => {
  it('one that is ours is taken, whatever else is beside it', () => {
    expect(chosen([wechat, link, invitation, lin])).toEqual([lin]);
    expect(chosen([wechat, token, invitation])).toEqual([token]);
  });

  it('two students’ are both for the student to decide, in clear or encrypted', () => {
    expect(chosen([lin, wang])).toEqual([lin, wang]);
    expect(chosen([token, wechat, wang])).toEqual([token, wang]);
  });

  it('the same student’s twice is one', () => {
    expect(chosen([lin, same, lin])).toEqual([lin]);
  });

  it('an address with the fields counts where there is nothing plainer', () => {
    expect(chosen([wechat, link])).toEqual([link]);
  });

  it('one of another kind is told as such where there is no other', () => {
    expect(chosen([wechat, code('hello')])).toEqual([wechat]);
    expect(chosen([])).toEqual([]);
  });
});
