/** Whether a request comes from a page of ours, of another site, or does not say. */
export type Site = 'same' | 'foreign' | 'unsaid';

/**
 * Where a browser says a request comes from. It says so in headers no script can set: `Sec-Fetch-Site` where the
 * connection is trusted, `Origin` with everything that changes something.
 */
export function siteOf(headers: Readonly<Record<string, string | string[] | undefined>>): Site {
  const fetched = headers['sec-fetch-site'];
  if (fetched !== undefined) return fetched === 'same-origin' || fetched === 'none' ? 'same' : 'foreign';
  const { origin, host } = headers;
  if (typeof origin !== 'string') return 'unsaid';
  return URL.parse(origin)?.host === host ? 'same' : 'foreign';
}
