import { type Caller, type EnterpriseCaller, type KeyScope, keyScopeNames, keyScopes } from '#access';
import { Problem } from '#http';
import { record } from '#journal';
import type { Bilingual, Finding } from '#kernel';
import type { Client, Database } from '#postgres';
import { type KeyParameters, works } from '../domain/key-life.ts';
import { type ApiKey, countWorking, findKey, listKeys, replaceKey, revokeKey } from '../storage/keys.ts';
import { issueKey } from './keys.ts';

export type { ApiKey } from '../storage/keys.ts';

export interface KeyPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** Of today. */
  readonly parameters: () => KeyParameters;
}

const dayMs = 86_400_000;

/** Who makes or ends keys of an enterprise; nobody is named at the command line of the platform. */
export type KeyMaker = Pick<EnterpriseCaller, 'customsCode' | 'keyScopes' | 'accountId' | 'ownerId'> & {
  readonly id?: string;
};

/** A key as it was just made: its token is shown in this answer only. */
export interface MadeKey {
  readonly key: ApiKey;
  readonly token: string;
}

/** What the owner says of a new key. */
export interface NewKeyWish {
  readonly label: string;
  readonly scopes: readonly KeyScope[];
  /** Days it works; the lifetime of the day where it is left out. */
  readonly days?: number | undefined;
}

/** Makes a key of the caller's enterprise. @throws Problem 422 with every finding, 409 where there are too many */
export async function makeKey(ports: KeyPorts, caller: KeyMaker, wish: NewKeyWish): Promise<MadeKey> {
  const { lifetimeDays, longestDays } = ports.parameters();
  const { label, scopes, days = lifetimeDays } = wish;
  const findings = [...moreThanOwn(caller, scopes), ...dayFindings(days, longestDays)];
  if (findings.length > 0)
    throw new Problem(
      422,
      'KEY-REFUSED',
      { zh: '不能这样新建密钥，见 findings', en: 'A key cannot be made so: see findings' },
      findings,
    );
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const made = await issue(ports, client, caller, {
      ...{ label, scopes: [...new Set(scopes)] },
      expiresAt: new Date(at.getTime() + days * dayMs),
    });
    await tell(client, at, 'key-made', made.key, caller);
    return made;
  });
}

/**
 * Lets a new key take over from one of the caller's: the same scopes, for as long again; the former works on beside it
 * for the overlap, so that programs can be changed over one by one.
 */
export async function rotateKey(
  ports: KeyPorts,
  caller: KeyMaker,
  keyId: string,
  overlapDays: number | undefined,
): Promise<MadeKey & { readonly formerUntil: Date }> {
  const { lifetimeDays, overlapDays: longest } = ports.parameters();
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const former = await ownKey(client, caller.customsCode, keyId);
    // A key without limits may what a clerk may: more than any that is limited.
    const beyond = moreThanOwn(caller, former.scopes ?? keyScopeNames);
    if (beyond.length > 0) throw new Problem(422, 'KEY-REFUSED', unfit, beyond);
    const until = new Date(at.getTime() + Math.min(overlapDays ?? longest, longest) * dayMs);
    const lasted = former.expiresAt ? former.expiresAt.getTime() - former.createdAt.getTime() : 0;
    const made = await issue(ports, client, caller, {
      ...{ label: former.label, scopes: former.scopes ?? undefined, ownerId: former.ownerId ?? undefined },
      expiresAt: new Date(at.getTime() + (lasted > 0 ? lasted : lifetimeDays * dayMs)),
    });
    if (!works(former, at) || !(await replaceKey(client, keyId, made.key.keyId, at, until)))
      throw new Problem(409, 'KEY-OVER', {
        zh: '该密钥已失效或已被更换，不能再更换；请新建密钥',
        en: 'That key works no more or has been replaced; make a new one',
      });
    const formerUntil = former.expiresAt && former.expiresAt < until ? former.expiresAt : until;
    await tell(client, at, 'key-replaced', former, caller, { by: made.key.keyId, until: formerUntil });
    return { ...made, formerUntil };
  });
}

/** @param party the enterprise whose key it must be; of any where it is left out */
export async function endKey(
  ports: KeyPorts,
  caller: Pick<Caller, 'id'>,
  party: string | undefined,
  keyId: string,
): Promise<void> {
  const at = ports.now();
  await ports.database.transaction(async (client) => {
    const key = await findKey(client, keyId);
    if (!key || (party !== undefined && key.customsCode !== party)) throw notFound(keyId);
    // Once is enough, and twice does no harm.
    if (await revokeKey(client, keyId, at, party)) await tell(client, at, 'key-revoked', key, caller);
  });
}

/** Keys of one enterprise, the oldest first. */
export async function keysOf(ports: KeyPorts, customsCode: string): Promise<ApiKey[]> {
  return listKeys(ports.database.readers, customsCode);
}

async function ownKey(client: Client, customsCode: string, keyId: string): Promise<ApiKey> {
  const found = await findKey(client, keyId);
  if (!found || found.customsCode !== customsCode || found.scope !== 'enterprise') throw notFound(keyId);
  return found;
}

async function issue(
  ports: KeyPorts,
  client: Client,
  caller: KeyMaker,
  wish: {
    readonly label: string;
    readonly scopes: readonly KeyScope[] | undefined;
    readonly expiresAt: Date;
    /** Where whoever makes it says nothing of an owner. */
    readonly ownerId?: string | undefined;
  },
): Promise<MadeKey> {
  const at = ports.now();
  const { most } = ports.parameters();
  const { customsCode } = caller;
  if ((await countWorking(client, customsCode, at)) >= most)
    throw new Problem(409, 'KEY-TOO-MANY', {
      zh: `一家企业最多 ${most} 个有效密钥，请先吊销不用的`,
      en: `An enterprise has at most ${most} keys that work; revoke one that is not used`,
    });
  const { label, scopes, expiresAt } = wish;
  const made = await issueKey(client, customsCode, label, 'enterprise', at, {
    ...{ scopes, expiresAt, madeBy: caller.id, ownerId: caller.accountId ?? caller.ownerId ?? wish.ownerId },
  });
  const key = await findKey(client, made.keyId);
  if (!key) throw new Error('A key that was just made is not there.');
  return { key, token: made.token };
}

const unfit: Bilingual = {
  zh: '不能这样更换密钥，见 findings',
  en: 'It cannot be replaced so: see findings',
};

const notFound = (keyId: string): Problem =>
  new Problem(404, 'KEY-NOT-FOUND', { zh: `没有密钥 ${keyId}`, en: `There is no key ${keyId}` });

/** What of these scopes the key lacks that is asked with: it gives no more than it has. */
export function moreThanOwn(
  { keyScopes: own }: Pick<Caller, 'keyScopes'>,
  wanted: readonly KeyScope[],
): Finding[] {
  if (own === undefined) return [];
  return wanted.flatMap((scope, at) =>
    own.includes(scope)
      ? []
      : [
          {
            code: 'KEY-MORE',
            level: 'business' as const,
            path: `scopes[${at + 1}]`,
            message: {
              zh: `所用密钥没有“${keyScopes[scope].zh}”权限，不能授予其他密钥`,
              en: `The key you use lacks the scope ${scope} and cannot give it`,
            },
            remedy: {
              zh: '由企业管理员登录后新建，或去掉此权限',
              en: 'Have an administrator of the enterprise make it, signed in; or leave this scope out',
            },
          },
        ],
  );
}

function dayFindings(days: number, longestDays: number): Finding[] {
  if (days <= longestDays) return [];
  return [
    {
      code: 'KEY-DAYS',
      level: 'business',
      path: 'days',
      message: {
        zh: `密钥最长有效 ${longestDays} 天`,
        en: `A key works for ${longestDays} days at the longest`,
      },
      remedy: {
        zh: '缩短有效期；到期前可以更换',
        en: 'Choose fewer days; it can be replaced before it ends',
      },
    },
  ];
}

/** What happens to a key is told to its enterprise: who did it may not have been meant to. */
async function tell(
  client: Client,
  at: Date,
  kind: 'key-made' | 'key-replaced' | 'key-revoked',
  { keyId, label, customsCode, expiresAt }: ApiKey,
  { id }: { readonly id?: string },
  more: object = {},
): Promise<void> {
  const body = {
    enterprise: customsCode,
    keyId,
    label,
    expiresAt,
    ...(id === undefined ? {} : { doneBy: id }),
    ...more,
  };
  await record(client, [{ at, kind, subject: keyId, body }]);
}
