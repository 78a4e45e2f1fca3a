import { addDays, type Finding } from '#kernel';
import type { Queryable } from '#postgres';
import { type EnterpriseFile, shownFile } from '../domain/enterprise-file.ts';
import { changesBetween, type FieldChange } from '../domain/file-changes.ts';
import {
  type EnterpriseVersion,
  type Filing,
  type FilingState,
  openStates,
  refusalOf,
  stepsFrom,
} from '../domain/filing.ts';
import {
  addReading,
  type DoneStep,
  type FilingsWish,
  listFilings,
  openFilingOf,
  stepsOf,
} from '../storage/filings.ts';
import {
  type Expiry,
  expiriesOf,
  type PublicEntry,
  type RegisterWish,
  searchRegister,
} from '../storage/register-views.ts';
import { versionsInForce, versionsOf } from '../storage/versions.ts';
import { enterpriseNotFound } from './carrying-out.ts';
import type { Actor, FilingPorts } from './filing-ports.ts';
import { findingsOf } from './filings.ts';

/** A file in force with what is open about it; personal data masked. */
export interface FileView {
  readonly version: EnterpriseVersion;
  /** What the file lacks by today's rules, as files that were imported may. */
  readonly gaps: readonly Finding[];
  readonly expiries: readonly Expiry[];
  /** The filing that is open, if any. */
  readonly open: Filing | undefined;
}

/** The file of an enterprise. @throws Problem 404 where it is not registered, or not the reader's */
export async function fileSeenBy(
  ports: FilingPorts & { readonly noticeDays: () => readonly number[] },
  client: Queryable,
  actor: Actor,
  customsCode: string,
): Promise<FileView> {
  const version = await inForce(client, actor, customsCode);
  const until = addDays(ports.checks().day, Math.max(0, ...ports.noticeDays()));
  return {
    version: { ...version, file: shownFile(version.file) },
    gaps: await findingsOf(ports, client, version.file),
    expiries: await expiriesOf(client, customsCode, until),
    open: await openFilingOf(client, customsCode),
  };
}

async function inForce(client: Queryable, actor: Actor, customsCode: string): Promise<EnterpriseVersion> {
  const others = actor.party !== undefined && actor.party !== customsCode;
  const version = others ? undefined : (await versionsInForce(client, [customsCode])).get(customsCode);
  if (!version) throw enterpriseNotFound(customsCode);
  return version;
}

/** A version with every field that changed in it. */
export interface HistoryEntry extends Omit<EnterpriseVersion, 'file'> {
  readonly changes: readonly FieldChange[];
}

/** How an enterprise's file came to be what it is: every version with who, when and from which paper, newest first. */
export async function historySeenBy(
  client: Queryable,
  actor: Actor,
  customsCode: string,
): Promise<HistoryEntry[]> {
  await inForce(client, actor, customsCode);
  const versions = await versionsOf(client, customsCode);
  return versions.map(({ file, ...version }, at) => {
    const before = versions[at + 1];
    const was = before && { ...before.file, state: before.state };
    return { ...version, changes: changesBetween(was, { ...file, state: version.state }) };
  });
}

/** A filing with its story; personal data masked. */
export interface FilingView {
  readonly filing: Filing;
  readonly steps: readonly DoneStep[];
  /** Against what is in force now. */
  readonly changes: readonly FieldChange[];
  readonly findings: readonly Finding[];
  /** What its reader may do with it as it stands. */
  readonly may: readonly string[];
}

/** Everything about a filing. */
export async function filingView(
  ports: FilingPorts,
  client: Queryable,
  actor: Actor,
  filing: Filing,
): Promise<FilingView> {
  const { customsCode, file, kind } = filing;
  const present = (await versionsInForce(client, [customsCode])).get(customsCode);
  const asksForFile = kind === 'register' || kind === 'change';
  return {
    filing: { ...filing, file: shownFile(file) },
    steps: await stepsOf(client, filing),
    changes: changesBetween(present?.file, file),
    findings: asksForFile ? await findingsOf(ports, client, file) : [],
    may: stepsOpenTo(filing, actor),
  };
}

/** What somebody may do with a filing: its applicant or whoever works for the zone. */
function stepsOpenTo(filing: Filing, { who, party }: Actor): string[] {
  const applicants = party !== undefined || filing.source === 'operator';
  return stepsFrom(filing.state).filter((step) => {
    const ownStep = step === 'save' || step === 'apply' || step === 'withdraw';
    if (ownStep ? !applicants : party !== undefined) return false;
    return refusalOf(filing, step, who) === undefined;
  });
}

/** The contacts of an enterprise in full; who reads them and why is on record first. */
export async function contactsInFull(
  { database, now }: FilingPorts,
  actor: Actor,
  customsCode: string,
  reason: string,
): Promise<EnterpriseFile['contacts']> {
  return database.transaction(async (client) => {
    const { file } = await inForce(client, actor, customsCode);
    await addReading(client, { customsCode, by: actor.who, at: now(), reason });
    return file.contacts ?? [];
  });
}

/** A page of filings: the reader's own, or what was handed in of the zone; without a state all that are open. */
export function filingsSeenBy(
  client: Queryable,
  { party }: Pick<Actor, 'party'>,
  { state, ...page }: Pick<FilingsWish, 'cursor' | 'limit'> & { readonly state?: FilingState | undefined },
): Promise<{ filings: Filing[]; next?: string }> {
  return listFilings(client, { ...page, customsCode: party, states: state ? [state] : openStates });
}

/** A page of the register as anyone may see it. */
export function registerPage(
  client: Queryable,
  wish: RegisterWish,
): Promise<{ enterprises: PublicEntry[]; next?: string }> {
  return searchRegister(client, wish);
}

/** One entry of the register. @throws Problem 404 */
export async function registerEntry(client: Queryable, customsCode: string): Promise<PublicEntry> {
  const page = await searchRegister(client, { search: customsCode, limit: 1 });
  const entry = page.enterprises.find((one) => one.customsCode === customsCode);
  if (!entry) throw enterpriseNotFound(customsCode);
  return entry;
}
