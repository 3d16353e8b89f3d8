/** The product's languages. zh-CN is written first; English is a translation by meaning. */
export const locales = ['zh-CN', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One text in every language. `{name}` is replaced by the parameter of that name. */
export type Message = Readonly<Record<Locale, string>>;
export type Messages = Readonly<Record<string, Message>>;

/** Fills `{name}` places of a text; a missing parameter leaves its place empty. */
export function fill(text: string, parameters: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name] ?? ''));
}
