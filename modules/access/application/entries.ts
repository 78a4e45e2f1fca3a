import type { Scope } from '../domain/policy.ts';
import type { Caller, EnterpriseCaller, Role } from '../domain/roles.ts';

/** A request that has been let in: who asks, and with whose things it may be answered. */
export interface Entry {
  readonly role: Role;
  readonly scope: Scope;
  /** Undefined where nobody has to be known. */
  readonly caller: Caller | undefined;
}

const entries = new WeakMap<object, Entry>();

const askedAgain = new WeakMap<object, () => Promise<void>>();

/**
 * Notes that a request has been let in.
 * @param again asks whether it would be still; throws where it would not
 */
export function letIn(request: object, entry: Entry, again: () => Promise<void>): void {
  entries.set(request, entry);
  askedAgain.set(request, again);
}

/**
 * Whether a request that was let in would be let in now: an answer that stays open must not outlive the session, the key
 * or the account it was given to.
 */
export async function stillLetIn(request: object): Promise<boolean> {
  const again = askedAgain.get(request);
  if (!again) return false;
  return again().then(
    () => true,
    () => false,
  );
}

/** How a request was let in. Throws where it was not: then its server has no guard, which is a fault. */
export function entryOf(request: object): Entry {
  const entry = entries.get(request);
  if (!entry) throw new Error('The request was let in by no guard.');
  return entry;
}

/** One name for who has been let in, the same at every request; undefined for who is not known. */
export function nameOf(request: object): string | undefined {
  return entries.get(request)?.caller?.id;
}

/** Whoever asks, where the table lets in only known callers; throws a fault elsewhere. */
export function callerOf(request: object): Caller {
  const { caller } = entryOf(request);
  if (!caller) throw new Error('The route needs a caller, and the table lets in who is not known.');
  return caller;
}

/**
 * Who answers for what is asked: the person, and for a key its owner; the key itself where it has none. Four eyes compare
 * these, as whoever does one half with a key must not do the other by hand.
 */
export function answererOf(request: object): string {
  const { id, ownerId } = callerOf(request);
  return ownerId ?? id;
}

/** Somebody of an enterprise, where the table lets in nobody else; throws a fault elsewhere. */
export function enterpriseOf(request: object): EnterpriseCaller {
  const caller = callerOf(request);
  const { customsCode } = caller;
  if (customsCode === undefined)
    throw new Error('The route needs an enterprise, and the table lets in others.');
  return { ...caller, customsCode };
}

/**
 * Customs code of the organisation whose things may be shown; undefined for those of the whole zone. Throws a fault
 * where the table says neither.
 */
export function partyOf(request: object): string | undefined {
  const { scope } = entryOf(request);
  if (scope === 'zone') return undefined;
  if (scope === 'own') return enterpriseOf(request).customsCode;
  throw new Error('What is public belongs to no organisation.');
}
