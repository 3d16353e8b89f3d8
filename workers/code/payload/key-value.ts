import { readFields } from './fields';
import type { PayloadFormat } from './payload';

/** `学号=…;姓名=…`: pairs with `=` or a colon, parted by line ends, `;`, `&`, `|` or their full-width forms. */
export const keyValue: PayloadFormat = {
  kind: 'keyValue',
  parse(text) {
    if (/^\s*[a-z][a-z0-9+.-]*:\/\//i.test(text)) return null;
    const pairs = text
      .split(/[\r\n;&|；｜]+/)
      .map((part) => /^([^=:：＝]{1,24})[=:：＝](.*)$/s.exec(part))
      .filter((match) => match !== null)
      .map(([, key, value]) => [key!, value!] as const);
    const fields = readFields(pairs);
    return fields && { kind: 'keyValue', ...fields };
  }
};
