/** Plural forms of one text, as `Intl.PluralRules` names them; `other` serves numbers without a form of their own. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** `{name}` is replaced by the parameter of that name; a plural form is chosen by the parameter `count`. */
export type Message = string | Plural;
export type Texts = Readonly<Record<string, Message>>;
/** The keys of `Source`, all of them and no others, in another language. */
export type Translation<Source> = { readonly [Key in keyof Source]: Message };

export type Parameters = Readonly<Record<string, string | number>>;

/** The text of `message` with its places filled; a missing parameter leaves its place empty. */
export function fill(message: Message, locale: string, parameters: Parameters = {}): string {
  return form(message, locale, parameters.count).replace(/\{(\w+)\}/g, (_, name: string) =>
    String(parameters[name] ?? '')
  );
}

function form(message: Message, locale: string, count: string | number | undefined): string {
  if (typeof message === 'string') return message;
  if (typeof count !== 'number') return message.other;
  return message[new Intl.PluralRules(locale).select(count)] ?? message.other;
}
