import { SIGNATURE_NAMESPACE } from '../tables/signature.ts';
import { CEB_NAMESPACE } from '../tables/tables.ts';

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const NAME_CHARACTERS = /^(?:[A-Za-z0-9._~!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$/;
const USER_CHARACTERS = /^(?:[A-Za-z0-9._~!$&'()*+,;=:-]|%[0-9A-Fa-f]{2})*$/;
const PATH = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*$/;
const QUERY = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*$/;
const FRAGMENT = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/?[\]-]|%[0-9A-Fa-f]{2})*$/;

/** The few URIs nearly every message carries need not be taken apart each time. */
const usual: ReadonlySet<string> = new Set([
  '',
  CEB_NAMESPACE,
  SIGNATURE_NAMESPACE,
  'http://www.w3.org/2001/XMLSchema-instance',
  'http://www.w3.org/TR/2001/REC-xml-c14n-20010315',
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2000/09/xmldsig#rsa-sha1',
  'http://www.w3.org/2000/09/xmldsig#sha1',
  'http://www.chinaport.gov.cn/2022/04/xmldsig#sm2-sm3',
  'http://www.chinaport.gov.cn/2022/04/xmldsig#sm3',
  'http://www.chinaport.gov.cn/2022/04/xmldsig#rsa-sha1',
  'http://www.chinaport.gov.cn/2022/04/xmldsig#sha1',
]);

/** Whether a text is a URI or a relative reference of RFC 3986 (an empty one included). */
export function isUriReference(text: string): boolean {
  if (usual.has(text)) {
    return true;
  }
  const [beforeFragment, fragment] = cut(text, '#');
  const [location, query] = cut(beforeFragment, '?');
  if (!FRAGMENT.test(fragment) || !QUERY.test(query)) {
    return false;
  }
  const scheme = SCHEME.exec(location)?.[0] ?? '';
  const rest = location.slice(scheme.length);
  if (rest.startsWith('//')) {
    const [authority, path] = cut(rest.slice(2), '/');
    return isAuthority(authority) && PATH.test(path);
  }
  const firstSegment = cut(rest, '/')[0];
  return PATH.test(rest) && (scheme !== '' || !firstSegment.includes(':'));
}

/** User, host and port; in brackets anything may stand for the host, as libxml2 has it. */
function isAuthority(authority: string): boolean {
  const [user, afterUser] = cut(authority, '@');
  const place = authority.includes('@') && USER_CHARACTERS.test(user) ? afterUser : authority;
  const bracketed = place.startsWith('[');
  const colon = place.indexOf(':');
  const end = bracketed ? place.indexOf(']') + 1 : colon < 0 ? place.length : colon;
  const rest = place.slice(end);
  return (bracketed ? end > 0 : NAME_CHARACTERS.test(place.slice(0, end))) && (rest === '' || isPort(rest));
}

/** A colon and a number that fits 31 bits. */
function isPort(text: string): boolean {
  return /^:[0-9]+$/.test(text) && Number(text.slice(1)) <= 2147483647;
}

function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
