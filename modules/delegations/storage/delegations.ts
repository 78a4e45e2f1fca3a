import { type Client, type Queryable, statement } from '#postgres';
import type { DelegationKind } from '../domain/kinds.ts';
import type { DelegationStanding, DelegationState } from '../domain/standing.ts';

/** A delegation by its whole key. */
export interface DelegationKey {
  /** Customs code of the enterprise that delegates. */
  readonly principal: string;
  readonly delegationId: string;
}

export interface Delegation extends DelegationKey {
  /** Customs code of the enterprise that acts. */
  readonly agent: string;
  readonly kinds: readonly DelegationKind[];
  readonly fromDay: string;
  readonly toDay: string;
  readonly paperNo: string;
  readonly paperPlace: string;
  readonly state: DelegationState;
  readonly proposedAt: Date;
  readonly changedAt: Date;
}

/** Something done with a delegation. */
export interface DelegationStep {
  readonly number: number;
  readonly at: Date;
  readonly act: 'propose' | 'accept' | 'decline' | 'withdraw' | 'end';
  /** Customs code of the enterprise that did it. */
  readonly enterprise: string;
  /** The key or account it was done with. */
  readonly by: string;
  readonly reason: string;
}

const columns = `principal, delegation_id as "delegationId", agent, kinds, from_day as "fromDay", to_day as "toDay",
  paper_no as "paperNo", paper_place as "paperPlace", state, proposed_at as "proposedAt", changed_at as "changedAt"`;

export async function addDelegation(client: Client, made: Delegation): Promise<void> {
  await client.run(
    `insert into delegations.delegation (principal, delegation_id, agent, kinds, from_day, to_day, paper_no, paper_place,
       state, proposed_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
    [
      ...[made.principal, made.delegationId, made.agent, made.kinds, made.fromDay, made.toDay],
      ...[made.paperNo, made.paperPlace, made.state, made.proposedAt],
    ],
  );
}

const FIND = statement(
  `select ${columns} from delegations.delegation
   where delegation_id = $1 and ($2::text is null or $2 in (principal, agent))`,
);

/** @param party only where this enterprise is one of the two; any where undefined */
export async function findDelegation(
  client: Queryable,
  delegationId: string,
  party: string | undefined,
): Promise<Delegation | undefined> {
  return (await client.query<Delegation>(FIND, [delegationId, party ?? null]))[0];
}

/** Moves it on from one state to another; false where it is not in that state any more. */
export async function moveDelegation(
  client: Client,
  { principal, delegationId }: DelegationKey,
  from: DelegationState,
  to: DelegationState,
  at: Date,
): Promise<boolean> {
  const moved = await client.run(
    `update delegations.delegation set state = $4, changed_at = $5
     where principal = $1 and delegation_id = $2 and state = $3`,
    [principal, delegationId, from, to, at],
  );
  return moved === 1;
}

export async function addStep(
  client: Client,
  { principal, delegationId }: DelegationKey,
  { at, act, enterprise, by, reason }: Omit<DelegationStep, 'number'>,
): Promise<void> {
  await client.run(
    `insert into delegations.step (principal, delegation_id, number, at, act, enterprise, by_whom, reason)
     select $1, $2, count(*) + 1, $3, $4, $5, $6, $7 from delegations.step where principal = $1 and delegation_id = $2`,
    [principal, delegationId, at, act, enterprise, by, reason],
  );
}

export async function stepsOf(
  client: Queryable,
  { principal, delegationId }: DelegationKey,
): Promise<DelegationStep[]> {
  return client.query<DelegationStep>(
    `select number, at, act, enterprise, by_whom as "by", reason from delegations.step
     where principal = $1 and delegation_id = $2 order by number`,
    [principal, delegationId],
  );
}

export interface DelegationsWish {
  /** Those of this enterprise; of the zone where undefined. */
  readonly party: string | undefined;
  readonly side: 'given' | 'received' | undefined;
  readonly standing: DelegationStanding | undefined;
  /** The day standings are asked for. */
  readonly day: string;
  readonly before: { readonly at: Date; readonly delegationId: string } | undefined;
  readonly limit: number;
}

const PAGE = statement(
  `select ${columns} from delegations.delegation d
   where ($1::text is null or ($1 = principal and $2 is distinct from 'received') or ($1 = agent and $2 is distinct from 'given'))
     and ($3::text is null or $3 = case
       when state not in ('proposed', 'accepted') then state
       when $4::date > to_day then 'expired'
       when state = 'proposed' then state
       when $4::date < from_day then 'waiting'
       else 'active' end)
     and ($5::timestamptz is null or (proposed_at, delegation_id) < ($5, $6::uuid))
   order by proposed_at desc, delegation_id desc limit $7`,
);

/** Delegations, the latest proposed first. */
export async function delegationsPage(client: Queryable, wish: DelegationsWish): Promise<Delegation[]> {
  const { party, side, standing, day, before, limit } = wish;
  return client.query<Delegation>(PAGE, [
    ...[party ?? null, side ?? null, standing ?? null, day],
    ...[before?.at ?? null, before?.delegationId ?? null, limit],
  ]);
}

const OF_AGENT = statement(
  `select principal, kinds, from_day as "fromDay", to_day as "toDay", state from delegations.delegation
   where agent = $1 and state in ('proposed', 'accepted', 'ended')`,
);

/** What has been delegated to an enterprise and holds, may come to hold, or has held. */
export async function delegatedTo(
  client: Queryable,
  agent: string,
): Promise<Pick<Delegation, 'principal' | 'kinds' | 'fromDay' | 'toDay' | 'state'>[]> {
  return client.query(OF_AGENT, [agent]);
}
