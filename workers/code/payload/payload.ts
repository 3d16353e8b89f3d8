/** What a collection code tells about the student; a field that is absent was not in the code. */
export interface PayloadFields {
  studentNumber?: string;
  name?: string;
  institutionCode?: string;
  institutionName?: string;
}

/** The fields of a readable code. */
export interface ReadFields {
  fields: PayloadFields;
  /** Fields written as numbers that are no plain digits (1e10): what they were cannot be told. */
  inexact?: (keyof PayloadFields)[];
}

/**
 * What a code's content is. `opaque`: encrypted for somebody else; `token` goes to the endpoint as it is.
 * `foreign`: a code all right, but not a collection code.
 */
export type Payload =
  | ({ kind: 'json' | 'keyValue' | 'url' } & ReadFields)
  | { kind: 'opaque'; token: string }
  | { kind: 'foreign' };

/** One way to write a payload. */
export interface PayloadFormat {
  kind: Payload['kind'];
  /** The payload, or null when the content is not of this format. Never throws. */
  parse(text: string, bytes: Uint8Array): Payload | null;
}
