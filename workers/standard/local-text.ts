/** One text by language (BCP 47 tag), at least one of them present. */
export type LocalText = Readonly<Record<string, string>>;
