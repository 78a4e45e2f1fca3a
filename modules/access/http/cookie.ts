import type { FastifyReply } from 'fastify';
import type { DeviceMark } from '../application/devices.ts';

/** Name of the cookie of a session, where it may go by plain HTTP. */
export const cookieName = 'chama_session';
const deviceName = 'chama_device';

/**
 * With HTTPS the name is another: `__Host-` has the browser hold it to HTTPS, to this very host and to all of its
 * paths; without HTTPS no browser would keep a cookie of such a name.
 */
const nameOf = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name);

/** Name of the cookie by which a browser shows that it began a sign-in at an agency. */
const wayName = 'chama_way';

/** The secret of a browser on its way; undefined where there is none. */
export const wayIn = (header: string | undefined, secure: boolean): string | undefined =>
  secretIn(header, nameOf(wayName, secure));

/** Sets it, for as long as a way may take. */
export function setWay(reply: FastifyReply, secret: string, seconds: number, secure: boolean): void {
  set(reply, nameOf(wayName, secure), { value: secret, seconds }, secure);
}

/** The token of a session in the cookies of a request; undefined where there is none. */
export function tokenIn(header: string | undefined, secure: boolean): string | undefined {
  return secretIn(header, nameOf(cookieName, secure));
}

function secretIn(header: string | undefined, name: string): string | undefined {
  const token = valueIn(header, name);
  return token && /^[\w-]{43}$/.test(token) ? token : undefined;
}

/** The mark of a device, under either name: it is checked by itself, and one that is planted is worth nothing. */
export const deviceIn = (header: string | undefined): string | undefined =>
  valueIn(header, nameOf(deviceName, true)) ?? valueIn(header, deviceName);

function valueIn(header: string | undefined, name: string): string | undefined {
  const pair = header?.split(/;\s*/).find((one) => one.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}

/** Sets the cookie; one of no time is forgotten at once. */
export function setCookie(reply: FastifyReply, token: string, seconds: number, secure: boolean): void {
  set(reply, nameOf(cookieName, secure), { value: token, seconds }, secure);
}

/** Lets a browser show later that somebody has signed in with it. */
export function keepDevice(reply: FastifyReply, mark: DeviceMark, secure: boolean): void {
  set(reply, nameOf(deviceName, secure), mark, secure);
}

function set(reply: FastifyReply, name: string, { value, seconds }: DeviceMark, secure: boolean): void {
  const text = `${name}=${value}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}`;
  void reply.header('set-cookie', secure ? `${text}; Secure` : text);
}
