import type { Client, Queryable } from '#postgres';

export type PrincipalState = 'proposed' | 'in-force' | 'ended' | 'declined';

/** A contract of an agent that exports for another. */
export interface PrincipalContract {
  readonly agent: string;
  readonly contractNo: string;
  readonly principalUscc: string;
  readonly principalName: string;
  /** Customs code where the principal is registered here. */
  readonly principal: string | null;
  readonly goods: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly state: PrincipalState;
}

/** One export and whose it really was. */
export interface PrincipalExport {
  readonly agent: string;
  readonly exportNo: string;
  readonly contractNo: string;
  readonly principalUscc: string;
  readonly principalName: string;
  /** CNY, decimal text. */
  readonly amount: string;
  readonly exportedOn: string;
}

const COLUMNS = `agent, contract_no as "contractNo", principal_uscc as "principalUscc", principal_name as "principalName",
  principal, goods, valid_from::text as "validFrom", valid_to::text as "validTo", state`;

/** Enters a contract. @returns whether there was none of its number */
export async function addContract(
  client: Queryable,
  contract: PrincipalContract,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const { agent, contractNo, principalUscc, principalName, principal, goods, validFrom, validTo, state } =
    contract;
  const added = await client.run(
    `insert into b2b.agency_contract (agent, contract_no, principal_uscc, principal_name, principal, goods, valid_from, valid_to,
       state, proposed_at, proposed_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict do nothing`,
    [agent, contractNo, principalUscc, principalName, principal, goods, validFrom, validTo, state, at, by],
  );
  return added === 1;
}

/** A contract of which the party is one side, locked for the caller's transaction. */
export async function lockContract(
  client: Client,
  agent: string,
  contractNo: string,
): Promise<PrincipalContract | undefined> {
  const [row] = await client.query<PrincipalContract>(
    `select ${COLUMNS} from b2b.agency_contract where agent = $1 and contract_no = $2 for update`,
    [agent, contractNo],
  );
  return row;
}

export async function settleContract(
  client: Client,
  { agent, contractNo }: Pick<PrincipalContract, 'agent' | 'contractNo'>,
  state: PrincipalState,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<void> {
  await client.run(
    `update b2b.agency_contract set state = $3, settled_at = $4, settled_by = $5 where agent = $1 and contract_no = $2`,
    [agent, contractNo, state, at, by],
  );
}

/** Contracts of either side in the order of agent and number, after one; all of them where no party is named. */
export async function contractsPage(
  client: Queryable,
  wish: {
    readonly party: string | undefined;
    readonly after: readonly [agent: string, contractNo: string];
    readonly limit: number;
  },
): Promise<PrincipalContract[]> {
  return client.query<PrincipalContract>(
    `select ${COLUMNS} from b2b.agency_contract
     where ($1::text is null or agent = $1 or principal = $1) and (agent, contract_no) > ($2, $3)
     order by agent, contract_no limit $4`,
    [wish.party ?? null, ...wish.after, wish.limit],
  );
}

/** Tells whose an export was. @returns whether nobody had told before; what was told stays */
export async function addExport(
  client: Queryable,
  one: PrincipalExport,
  { by, at }: { readonly by: string; readonly at: Date },
): Promise<boolean> {
  const added = await client.run(
    `insert into b2b.agency_export (agent, export_no, contract_no, principal_uscc, principal_name, amount_cny, exported_on,
       recorded_at, recorded_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [
      ...[one.agent, one.exportNo, one.contractNo, one.principalUscc, one.principalName],
      ...[one.amount, one.exportedOn, at, by],
    ],
  );
  return added === 1;
}

export async function exportOf(
  client: Queryable,
  agent: string,
  exportNo: string,
): Promise<PrincipalExport | undefined> {
  const [row] = await client.query<PrincipalExport>(
    `select agent, export_no as "exportNo", contract_no as "contractNo", principal_uscc as "principalUscc",
       principal_name as "principalName", trim_scale(amount_cny)::text as amount, exported_on::text as "exportedOn"
     from b2b.agency_export where agent = $1 and export_no = $2`,
    [agent, exportNo],
  );
  return row;
}

/** What agents exported for a principal in a span of days. */
export interface PrincipalSum {
  readonly agent: string;
  readonly principalUscc: string;
  readonly principalName: string;
  readonly exports: number;
  /** CNY, decimal text. */
  readonly amount: string;
}

/** Sums by agent and principal of the days from one to another, inclusive; of one agent where it is named. */
export async function principalSums(
  client: Queryable,
  wish: { readonly agent: string | undefined; readonly from: string; readonly to: string },
): Promise<PrincipalSum[]> {
  return client.query<PrincipalSum>(
    `select agent, principal_uscc as "principalUscc", max(principal_name) as "principalName", count(*)::int as exports,
       trim_scale(sum(amount_cny))::text as amount
     from b2b.agency_export where exported_on between $2 and $3 and ($1::text is null or agent = $1)
     group by agent, principal_uscc order by agent, principal_uscc`,
    [wish.agent ?? null, wish.from, wish.to],
  );
}

/** Exports told of in a span of days, inclusive, and whose each was, in their order. */
export async function realPrincipals(
  client: Queryable,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Pick<PrincipalExport, 'agent' | 'exportNo' | 'principalUscc'>[]> {
  return client.query(
    `select agent, export_no as "exportNo", principal_uscc as "principalUscc" from b2b.agency_export
     where exported_on between $1 and $2 order by agent, export_no`,
    [from, to],
  );
}
