import type { Caller } from '#access';
import { standingsOf } from '#clearance';
import { listsOf, listsOfPerson } from '#declarations';
import { keyText } from '#documents';
import { Problem } from '#http';
import { type Bilingual, chinaDay } from '#kernel';
import { ordersOfPerson } from '#orders';
import type { Client, Database, Queryable } from '#postgres';
import { allowanceOf, buyerKeyOf } from '#quotas';
import type { PersonsParameters } from '../domain/parameters.ts';
import { parcelStateOf, parcelWords, phoneDigits, sameName } from '../domain/parcel.ts';
import { keptUntil, type Retention } from '../domain/retention.ts';
import { confirmIdentity, identityOf, noteTry, triesSince } from '../storage/identities.ts';
import { noteShowing, showingsOf } from '../storage/showings.ts';
import { type NamedPaper, notesBeside, papersIn, papersOf, personalOf } from './showing-list.ts';

export interface OwnDataPorts {
  readonly database: Database;
  readonly now: () => Date;
  /** YYYY of a moment, China time. */
  readonly yearOf: (at: Date) => number;
  /** Yearly limit of a day, CNY; for who has bought nothing yet. */
  readonly yearlyLimit: () => string;
  readonly parameters: () => PersonsParameters;
  /** How long what is kept is kept. */
  readonly retention: Retention;
  /** Names of enterprises by customs code, as registered. */
  readonly enterpriseNames: (codes: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Which agency got what of lists, the latest first; on the connection that is given. */
  readonly sentOf: (
    reader: Queryable,
    lists: readonly { readonly orderNo: string; readonly ebpCode: string }[],
    most: number,
  ) => Promise<readonly SentOfList[]>;
}

/** What an agency got of a list. */
export interface SentOfList {
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly agency: Bilingual;
  /** Over its link, or shown to an officer of it here. */
  readonly way: 'link' | 'desk';
  readonly at: Date;
  readonly grounds: readonly {
    readonly purpose: Bilingual;
    readonly basis: string;
    readonly fields: readonly {
      readonly document: string;
      readonly field: string;
      readonly form: 'clear' | 'masked' | 'digest';
    }[];
  }[];
}

/** A consumer who asks. */
export interface Asker {
  readonly caller: Caller;
  readonly address: string;
}

export interface ClaimedIdentity {
  readonly idType: string;
  readonly idNumber: string;
  readonly name: string;
  readonly phone: string;
}

export const dayMs = 24 * 3_600_000;

export const accountOf = ({ caller }: Asker): string => caller.accountId ?? caller.id;

/**
 * Confirms that an account is a person: name and telephone number must stand in one paper on file beside the identity
 * number (D). What does not fit and what is not there are answered alike, and tries are few.
 */
export async function confirmOwnIdentity(ports: OwnDataPorts, asker: Asker, claimed: ClaimedIdentity) {
  const { database, now } = ports;
  const [accountId, at] = [accountOf(asker), now()];
  const person = database.vault.personDigest(buyerKeyOf(claimed.idType, claimed.idNumber));
  // An account costs nothing, a telephone number does: whoever guesses at one person is few tries a day with however many.
  const claimant = { accountId, claimed: database.vault.personDigest(`phone ${phoneDigits(claimed.phone)}`) };
  const { identityTries, identityTriesOfPhone } = ports.parameters();
  // On the public's own connections, like all that consumers ask: they never hold one that clearance waits for.
  const outcome = await database.publicReaders.transaction(async (client) => {
    const tries = await triesSince(client, claimant, new Date(at.getTime() - dayMs));
    if (tries.ofAccount >= identityTries || tries.ofPhone >= identityTriesOfPhone) return 'tries';
    const orderNo = await paperNaming(client, person, claimed);
    await noteTry(client, { ...claimant, at, address: asker.address, confirmed: orderNo !== undefined });
    if (orderNo === undefined) return 'unknown';
    await confirmIdentity(client, { accountId, person, at, orderNo });
    return 'confirmed';
  });
  if (outcome === 'tries')
    throw new Problem(429, 'IDENTITY-TRIES', {
      zh: `一个账号一天内最多核验 ${identityTries} 次，一个手机号最多 ${identityTriesOfPhone} 次，请明天再试`,
      en: `At most ${identityTries} tries a day of an account, and ${identityTriesOfPhone} of a telephone number; try again tomorrow`,
    });
  if (outcome === 'unknown')
    throw new Problem(422, 'IDENTITY-UNKNOWN', {
      zh: '姓名、证件号码与手机号在本平台的单证中没有相符的；请按下单时所填填写',
      en: 'No paper on this platform has this name, number and telephone number together; give them as you did when you ordered',
    });
  return ownIdentity(ports, asker);
}

/** The order of the latest paper of a person that has this name and telephone number. */
async function paperNaming(
  client: Client,
  person: string,
  { name, phone }: ClaimedIdentity,
): Promise<string | undefined> {
  const papers = await papersIn(client, await ordersOfPerson(client, person, 20));
  const found = papers.find((paper) => {
    if (paper.name !== 'order') return false;
    const { buyerName = '', buyerTelephone = '' } = personalOf(paper);
    return sameName(buyerName, name) && phoneDigits(buyerTelephone) === phoneDigits(phone);
  });
  return found && (found.document.head as { orderNo: string }).orderNo;
}

export async function ownIdentity({ database }: OwnDataPorts, asker: Asker) {
  const identity = await identityOf(database.publicReaders, accountOf(asker));
  return identity
    ? { confirmed: true, confirmedAt: identity.confirmedAt.toISOString() }
    : { confirmed: false };
}

/** Whom an account has been confirmed as. @throws Problem 409 before it has been */
export async function personOf({ database }: OwnDataPorts, asker: Asker): Promise<string> {
  const identity = await identityOf(database.publicReaders, accountOf(asker));
  if (identity) return identity.person;
  throw new Problem(409, 'IDENTITY-NEEDED', {
    zh: '请先核验身份，再查看本人的额度与清单',
    en: 'Confirm who you are first; then your allowance and your lists are shown',
  });
}

/** The allowance of this year and of the two before. */
export async function ownAllowance(ports: OwnDataPorts, asker: Asker) {
  const { database } = ports;
  const person = await personOf(ports, asker);
  const thisYear = ports.yearOf(ports.now());
  const years = [];
  for (const year of [thisYear, thisYear - 1, thisYear - 2]) {
    const account = await allowanceOf(database.publicReaders, person, year);
    if (account) years.push({ year, used: account.used, yearlyLimit: account.yearlyLimit });
    else if (year === thisYear) years.push({ year, used: '0', yearlyLimit: ports.yearlyLimit() });
  }
  return { years };
}

/** The person's lists, the latest first, each with where it stands. */
export async function ownLists(ports: OwnDataPorts, asker: Asker) {
  const reader = ports.database.publicReaders;
  const keys = await listsOfPerson(reader, await personOf(ports, asker), ports.parameters().papersShown);
  const heads = await listsOf(reader, keys);
  const standings = new Map(
    (await standingsOf(reader, [...new Set(keys.map(({ orderNo }) => orderNo))])).map((one) => [
      keyText([one.orderNo, one.ebpCode]),
      one,
    ]),
  );
  return {
    lists: keys.flatMap((key) => {
      const head = heads.get(keyText([key.orderNo, key.ebpCode]));
      if (!head) return [];
      const standing = standings.get(keyText([key.orderNo, key.ebpCode]));
      const state = parcelStateOf(standing?.state);
      return {
        ...{ orderNo: key.orderNo, ebpCode: key.ebpCode, platform: head.ebpName, seller: head.ebcName },
        ...{ goods: head.firstGoodsName, items: head.itemCount, value: head.goodsValue },
        ...{ state, words: parcelWords[state], receivedAt: head.receivedAt.toISOString() },
        ...(standing?.taxTotal ? { tax: standing.taxTotal } : {}),
      };
    }),
  };
}

/** Orders of a person and of lists in their name, as many as are shown at once. */
export async function ordersOf({ database, parameters }: OwnDataPorts, person: string): Promise<string[]> {
  const { papersShown } = parameters();
  const orderNos = await ordersOfPerson(database.publicReaders, person, papersShown);
  const lists = await listsOfPerson(database.publicReaders, person, papersShown);
  return [...new Set([...orderNos, ...lists.map(({ orderNo }) => orderNo)])];
}

/** Everything held about a person, in full, and who was shown it; this showing too is on record. */
export async function ownData(ports: OwnDataPorts, asker: Asker) {
  const { database, now } = ports;
  const reader = database.publicReaders;
  const person = await personOf(ports, asker);
  const papers = await papersOf(reader, ...(await ordersOf(ports, person)));
  const { caller, address } = asker;
  await noteShowing(reader, {
    ...{ kind: 'own-data', ebpCode: '', number: accountOf(asker), at: now(), address },
    ...{ persons: [person], parties: [], papers: [...new Set(papers.map(({ name }) => name))] },
    ...{ readerId: caller.id, role: caller.role, reader: 'consumer', reason: 'R-10.1' },
  });
  const shown = await showingsOf(reader, { person, limit: 200 });
  const orderNos = papers.map(({ document }) => (document.head as { orderNo: string }).orderNo);
  const notes = await notesBeside(reader, orderNos);
  const until = await keptUntilOf(ports, [...new Set(orderNos)]);
  return {
    madeAt: now().toISOString(),
    papers: papers.map((paper) => {
      const { orderNo, ebpCode } = paper.document.head as { orderNo: string; ebpCode?: string };
      return {
        ...{ paper: paper.name, orderNo, ...(ebpCode ? { ebpCode } : {}), sender: paper.sender },
        ...{ receivedAt: paper.receivedAt.toISOString(), fields: personalOf(paper) },
        ...{ notes: notes(paper), keptUntil: until(paper) },
      };
    }),
    allowance: (await ownAllowance(ports, asker)).years,
    showings: shown.map(({ kind, number, at, papers: names, role, reader: who, reason }) => ({
      ...{ kind, number, at: at.toISOString(), papers: [...names], role, reader: who, reason },
    })),
  };
}

/** The last day a paper's persons are kept, as things stand: a list that is decided on anew begins anew. */
async function keptUntilOf({ database, retention }: OwnDataPorts, orderNos: readonly string[]) {
  const standings = await standingsOf(database.publicReaders, orderNos);
  return ({ name, document, receivedAt }: NamedPaper): string => {
    const { orderNo } = document.head as { orderNo: string };
    const kind = name === 'declaration' ? 'list' : name;
    const decided = standings.filter((one) => one.orderNo === orderNo).map(({ at }) => at.getTime());
    const from = kind === 'payment' ? receivedAt.getTime() : Math.max(receivedAt.getTime(), ...decided);
    return keptUntil(chinaDay(from), retention.monthsOf(kind));
  };
}
