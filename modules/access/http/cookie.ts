import type { FastifyReply } from 'fastify';

/** Name of the cookie of a session, where it may go by plain HTTP. */
export const cookieName = 'chama_session';

/**
 * With HTTPS the name is another: `__Host-` has the browser hold it to HTTPS, to this very host and to all of its
 * paths; without HTTPS no browser would keep a cookie of such a name.
 */
const nameOf = (secure: boolean): string => (secure ? `__Host-${cookieName}` : cookieName);

/** The token of a session in the cookies of a request; undefined where there is none. */
export function tokenIn(header: string | undefined, secure: boolean): string | undefined {
  const prefix = `${nameOf(secure)}=`;
  const pair = header?.split(/;\s*/).find((one) => one.startsWith(prefix));
  const token = pair?.slice(prefix.length);
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** Sets the cookie; one of no time is forgotten at once. */
export function setCookie(reply: FastifyReply, token: string, seconds: number, secure: boolean): void {
  const value = `${nameOf(secure)}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
  void reply.header('set-cookie', secure ? `${value}; Secure` : value);
}
