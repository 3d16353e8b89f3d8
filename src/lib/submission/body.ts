import type { OutboxItem } from './outbox-item';

/**
 * What is sent of a submission, as a form (RFC 7578). The same bytes each time, so that a send that broke can go on
 * where it stopped: the boundary, which a `FormData` would choose anew, is the submission's id.
 */
export function submissionBody({ id, jpeg, registration, report, details }: OutboxItem): Blob {
  const head = (name: string, more = '') =>
    `--${id}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const field = (name: string, value: unknown) => `${head(name)}${JSON.stringify(value)}\r\n`;
  return new Blob(
    [
      field('registration', registration),
      field('report', report),
      field('details', details ?? {}),
      head('photo', '; filename="photo.jpg"\r\ncontent-type: image/jpeg'),
      jpeg,
      `\r\n--${id}--\r\n`
    ],
    { type: `multipart/form-data; boundary=${id}` }
  );
}
