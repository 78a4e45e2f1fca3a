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

function isAuthority(authority: string): boolean {
  const user = authority.lastIndexOf('@');
  const place = authority.slice(user + 1);
  const [host, port] = place.startsWith('[') ? cut(place, ']') : cut(place, ':');
  const digits = place.startsWith('[') ? port.replace(/^:/, '') : port;
  return (
    USER_CHARACTERS.test(authority.slice(0, Math.max(user, 0))) &&
    (place.startsWith('[') ? place.includes(']') : NAME_CHARACTERS.test(host)) &&
    /^[0-9]*$/.test(digits)
  );
}

function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
