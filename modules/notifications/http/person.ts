import { type Caller, callerOf } from '#access';

export const described = { tags: ['notifications'], security: [{ session: [] }] };

/** The account of who asks; the table lets in nobody without one. */
export function personOf(request: object): { readonly caller: Caller; readonly accountId: string } {
  const caller = callerOf(request);
  if (caller.accountId === undefined)
    throw new Error('The route needs a person, and the table lets in others.');
  return { caller, accountId: caller.accountId };
}
