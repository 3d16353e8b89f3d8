import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { mailSender } from './mail';

describe('a mail server', () => {
  /** Listens, answers each mail with `code`, and takes what is sent in clear. */
  async function smtpServer(code: number | null, words = 'no') {
    const heard: string[] = [];
    const smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo({ address }, _session, done) {
        heard.push(address);
        done(code ? Object.assign(new Error(words), { responseCode: code }) : null);
      }
    });
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    const { port } = smtp.server.address() as AddressInfo;
    return { heard, port, stop: () => new Promise<void>((resolve) => smtp.close(resolve)) };
  }
  const sender = (server: string) =>
    mailSender({ server, from: 'office@example.edu.cn', origin: 'https://photo.example.edu.cn' });
  const to = { kind: 'email', locale: 'en', address: 'student@example.org' } as const;
  const mail = {
    key: 'k',
    template: 'approved',
    locale: 'en',
    title: 't',
    name: 'n',
    body: 'b',
    token: 't'
  } as const;

  it.each([
    [550, 'gone'],
    [551, 'gone'],
    [553, 'gone'],
    // No: the mailbox is full, the message is taken for spam, parameters are not known.
    [552, 'later'],
    [554, 'later'],
    [555, 'later'],
    [550, 'gone', '5.1.1 no such user'],
    [550, 'gone', '5.2.1 mailbox disabled'],
    [550, 'later', '5.7.1 taken for spam'],
    [550, 'later', '5.2.2 mailbox full'],
    [553, 'later', '5.5.4 what is that']
  ] as const)('that says %i: %s %s', async (code, kind, words?: string) => {
    const { port, stop } = await smtpServer(code, words);
    expect((await sender(`smtp://127.0.0.1:${port}`).send(to, mail)).kind).toBe(kind);
    await stop();
  });

  it('gets nothing in clear, unless it is on this machine', async () => {
    const { port, heard, stop } = await smtpServer(null);
    // An address of this machine that does not look like one.
    expect(await sender(`smtp://127.0.0.2:${port}`).send(to, mail)).toMatchObject({ kind: 'later' });
    expect(heard).toEqual([]);
    await stop();
  });
});
