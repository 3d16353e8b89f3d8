import { request, type Agent } from 'node:http';
import { agreedDetails } from '../../src/lib/server/testing/submission';

export interface Parcel {
  id: string;
  key: string;
  photo: Uint8Array;
  studentNumber: string;
  /** What goes along beside photo, registration and report. */
  details?: object;
}

/** What came back; null when nothing did. */
export type Answer = { status: number; body: Record<string, unknown> } | null;

const boundary = 'gradframe-faults';

/** The form as a browser sends it. */
function form({ photo, studentNumber, details = {} }: Parcel): Buffer {
  const part = (name: string, text: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;
  const registration = { studentNumber, name: '林晓', source: 'typed' };
  const report = { standard: 'chsi-99', kind: 'still', verdict: 'pass', findings: [], reasons: [] };
  return Buffer.concat([
    Buffer.from(
      part('registration', JSON.stringify(registration)) +
        part('report', JSON.stringify(report)) +
        part('details', JSON.stringify({ ...agreedDetails(), ...details }))
    ),
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="photo"; filename="photo.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`
    ),
    photo,
    Buffer.from(`\r\n--${boundary}--\r\n`)
  ]);
}

/**
 * Sends a parcel once.
 *
 * @param cut 0…1: the share of the body after which the connection breaks; above 1: it breaks when all is sent, before
 *   the answer; null: it holds
 * @param how `agent` keeps connections, none: each parcel takes a new one; `part`: only so many bytes from a place on,
 *   0 bytes ask what is there
 */
export function send(
  url: string,
  parcel: Parcel,
  cut: number | null,
  { agent = false, part }: { agent?: Agent | false; part?: { from: number; length: number } } = {}
): Promise<Answer> {
  const whole = form(parcel);
  const body = part ? whole.subarray(part.from, part.from + part.length) : whole;
  const place = body.length ? `${part?.from}-${(part?.from ?? 0) + body.length - 1}` : '*';
  return new Promise((resolve) => {
    const sending = request(
      `${url}/api/v1/submissions/${parcel.id}`,
      {
        method: 'PUT',
        agent,
        timeout: 60_000,
        headers: {
          // As a browser says it; a form from elsewhere is refused.
          origin: url,
          authorization: `Bearer ${parcel.key}`,
          'content-type': `multipart/form-data; boundary=${boundary}`,
          'content-length': body.length,
          ...(part && { 'content-range': `bytes ${place}/${whole.length}` })
        }
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', () => resolve(null));
        answer.on('end', () => {
          try {
            const text = Buffer.concat(parts).toString();
            resolve({
              status: answer.statusCode ?? 0,
              body: JSON.parse(text) as Record<string, unknown>
            });
          } catch {
            // an answer cut off is no answer
            resolve(null);
          }
        });
      }
    );
    sending.on('error', () => resolve(null));
    sending.on('timeout', () => sending.destroy());
    sending.on('close', () => resolve(null));
    if (cut === null) sending.end(body);
    else if (cut <= 1)
      sending.write(body.subarray(0, Math.floor(cut * body.length)), () => sending.destroy());
    else sending.end(body, () => setTimeout(() => sending.destroy(), (cut - 1) * 50));
  });
}
