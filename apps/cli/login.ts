import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OperatorError } from '#postgres';
import { Questions } from './asking-people.ts';
import { Misuse } from './misuse.ts';
import { type Platform, platformOf } from './platform-client.ts';
import { SignIns } from './signed-in.ts';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const where = { url: { type: 'string' }, json: { type: 'boolean', default: false } } as const;

/** What the platform says of who is signed in, as far as it is shown here. */
interface Session {
  readonly signedIn: boolean;
  readonly role: string;
  readonly login?: string;
  readonly name?: string;
  readonly enterprise?: { readonly code: string; readonly name: string };
}

type Credentials =
  | { readonly key: string }
  | { readonly login: string; readonly password: string; readonly code?: string };

/** `login`: signs in at a platform, by a key or as a person, until `logout` or the end of the session. */
export async function loginCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...where,
      key: { type: 'string' },
      login: { type: 'string' },
      'password-file': { type: 'string' },
      code: { type: 'string' },
    },
  });
  if (values.key !== undefined && values.login !== undefined)
    throw new Misuse({ zh: '--key 与 --login 只用其一。', en: 'Give --key or --login, not both.' });
  const platform = await platformOf({ url: values.url });
  const questions = new Questions();
  try {
    const { session, cookie } = await signIn(platform, values, questions);
    const kept = values.key === undefined ? { cookie } : { key: values.key };
    await new SignIns().keep({ url: platform.url, ...kept });
    show(session, platform.url, values.json);
    return 0;
  } finally {
    questions.close();
  }
}

async function signIn(
  platform: Platform,
  given: {
    readonly key?: string | undefined;
    readonly login?: string | undefined;
    readonly 'password-file'?: string | undefined;
    readonly code?: string | undefined;
  },
  questions: Questions,
): Promise<{ session: Session; cookie: string }> {
  if (given.key !== undefined) return post(platform, { key: given.key });
  const login = given.login ?? (await questions.ask({ zh: '账号', en: 'login' }));
  const file = given['password-file'];
  const password =
    file === undefined
      ? await questions.ask({ zh: '密码', en: 'password' }, true)
      : ((await readFile(file, 'utf8')).split(/\r?\n/, 1)[0] ?? '');
  const account = { login, password, ...(given.code === undefined ? {} : { code: given.code }) };
  return post(platform, account).catch(async (fault: unknown) => {
    if (!(fault instanceof Refused) || fault.code !== 'SECOND-FACTOR-NEEDED' || given.code !== undefined)
      throw fault;
    const code = await questions.ask({ zh: '验证码', en: 'code of your second factor' });
    return post(platform, { ...account, code });
  });
}

/** The platform did not let in; `code` says why. */
class Refused extends OperatorError {
  readonly code: string;

  constructor(code: string, zh: string, en: string) {
    super({ zh: `${zh}。`, en: `${en}.` });
    this.code = code;
  }
}

async function post(
  platform: Platform,
  credentials: Credentials,
): Promise<{ session: Session; cookie: string }> {
  const response = await platform.fetch('/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  });
  const answer = (await response.json()) as Session & { code: string; zh: string; en: string };
  if (!response.ok) throw new Refused(answer.code, answer.zh, answer.en);
  const [cookie = ''] = (response.headers.getSetCookie()[0] ?? '').split(';');
  // The session of a key only proves the key, which is kept instead.
  if ('key' in credentials) await leave(platform, cookie);
  return { session: answer, cookie };
}

async function leave(platform: Platform, cookie: string): Promise<void> {
  await platform.fetch('/api/session', { method: 'DELETE', headers: { cookie, origin: platform.url } });
}

/** `logout`: ends the session at the platform, and forgets it here. */
export async function logoutCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { url: where.url } });
  const platform = await platformOf(values);
  const signIns = new SignIns();
  const signedIn = await signIns.read(platform.url);
  if (signedIn?.cookie) await leave(platform, signedIn.cookie);
  await signIns.forget(platform.url);
  say(signedIn ? `已退出 ${platform.url}。Signed out.` : `未曾登录 ${platform.url}。Was not signed in.`);
  return 0;
}

/** `whoami`: who one is at a platform; exit code 1 for nobody. */
export async function whoamiCommand(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { ...where, key: { type: 'string' } } });
  const platform = await platformOf(values);
  const key = platform.keyFor(undefined);
  const session =
    key === undefined
      ? ((await (await platform.fetch('/api/session')).json()) as Session)
      : (await post(platform, { key })).session;
  if (session.signedIn) show(session, platform.url, values.json);
  else say(values.json ? JSON.stringify(session) : `未登录 ${platform.url}。Not signed in; chama login.`);
  return session.signedIn ? 0 : 1;
}

function show(session: Session, url: string, json: boolean): void {
  if (json) {
    say(JSON.stringify(session));
    return;
  }
  const { role, login, name, enterprise } = session;
  const who = [login, name, enterprise && `${enterprise.code} ${enterprise.name}`]
    .filter(Boolean)
    .join(' · ');
  say(`${url}  ${role}  ${who}`.trimEnd());
}
