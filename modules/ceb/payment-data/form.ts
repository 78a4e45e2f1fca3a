/** The reserved characters `encodeURIComponent` leaves, and HTML forms do not; and the blank, which is a plus there. */
const FORM_ONLY = /%20|[!'()~]/g;

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(FORM_ONLY, (sign) =>
    sign === '%20' ? '+' : `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * The body of a form (`application/x-www-form-urlencoded`, UTF-8) with one field.
 * @throws URIError when the text holds half a character: such texts have findings and are not sent.
 */
export function formBody(name: string, text: string): string {
  return `${encoded(name)}=${encoded(text)}`;
}

/**
 * One field of such a body.
 * @returns undefined when it is not there, is there twice, or is not UTF-8 in proper encoding.
 */
export function formField(body: string, name: string): string | undefined {
  const pairs = body.split('&').filter((pair) => decoded(pair.split('=', 1)[0] ?? '') === name);
  const [pair] = pairs;
  if (pair === undefined || pairs.length > 1) return undefined;
  const at = pair.indexOf('=');
  return at < 0 ? '' : decoded(pair.slice(at + 1));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}
