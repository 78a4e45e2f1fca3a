/** Between the plural forms of a text, in the order of the language's categories: "{{count}} list | {{count}} lists". */
const formsApart = ' | ';

type Values = Readonly<Record<string, string | number>>;

/** A text with its values filled in: numbers by `Intl`, and the plural form that `count` asks for. */
export function writeText(text: string, values: Values | undefined, locale: string): string {
  if (!values) return text;
  return formOf(text, values.count, locale).replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? value.toLocaleString(locale) : value;
  });
}

/** The categories of a language in the order its forms are written. */
export function pluralCategories(locale: string): readonly string[] {
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
  const { pluralCategories: used } = new Intl.PluralRules(locale).resolvedOptions();
  return order.filter((category) => (used as readonly string[]).includes(category));
}

export function pluralForms(text: string): readonly string[] {
  return text.split(formsApart);
}

function formOf(text: string, count: string | number | undefined, locale: string): string {
  const forms = pluralForms(text);
  if (typeof count !== 'number' || forms.length === 1) return forms.at(-1) ?? text;
  const place = pluralCategories(locale).indexOf(new Intl.PluralRules(locale).select(count));
  return forms[place] ?? forms.at(-1) ?? text;
}
