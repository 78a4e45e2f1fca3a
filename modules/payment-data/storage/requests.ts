import type { Client, Queryable } from '#postgres';
import { placeOf } from '#vault';
import type { RequestState } from '../domain/next-step.ts';

/** A request of customs and how far its answer is. */
export interface RequestRow {
  readonly sessionID: string;
  readonly orderNo: string;
  /** Null until it is known which platform had the order. */
  readonly ebpCode: string | null;
  readonly serviceTime: string;
  /** How far customs' clock was from ours, milliseconds; more is ahead. */
  readonly clockOffMs: string;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly state: RequestState;
  readonly nextTryAt: Date;
  readonly tries: number;
  readonly settledAt: Date | null;
  readonly payTransactionId: string | null;
  readonly lastCode: string | null;
  readonly lastMessage: string | null;
  readonly lastFault: string | null;
}

const columns = `r.session_id as "sessionID", r.order_no as "orderNo", r.ebp_code as "ebpCode",
  r.service_time as "serviceTime", r.clock_off_ms as "clockOffMs", r.asked_at as "askedAt", r.due_at as "dueAt",
  r.state, r.next_try_at as "nextTryAt", r.tries, r.settled_at as "settledAt",
  r.pay_transaction_id as "payTransactionId", r.last_code as "lastCode", r.last_message as "lastMessage",
  r.last_fault as "lastFault"`;

export interface NewRequest {
  readonly sessionID: string;
  readonly orderNo: string;
  readonly ebpCode: string | undefined;
  readonly serviceTime: string;
  readonly clockOffMs: number;
  readonly askedAt: Date;
  readonly dueAt: Date;
  readonly keepMonths: number;
  readonly day: string;
}

/** Remembers a request unless its session is known or too many are open; whether it did. */
export async function addRequest(client: Client, request: NewRequest, mostOpen: number): Promise<boolean> {
  const added = await client.run(
    `insert into payment_data.request
       (session_id, order_no, ebp_code, service_time, clock_off_ms, asked_at, due_at, state, next_try_at, keep_until)
     select $1::text, $2::text, $3::text, $4::text, $5::bigint, $6::timestamptz, $7::timestamptz, 'asked',
       $6::timestamptz, $8::date + make_interval(months => $9::integer)
     where (select count(*) from payment_data.request where state = 'asked') < $10::bigint
     on conflict (session_id) do nothing`,
    [
      ...[
        request.sessionID,
        request.orderNo,
        request.ebpCode ?? null,
        request.serviceTime,
        request.clockOffMs,
      ],
      ...[request.askedAt, request.dueAt, request.day, request.keepMonths, mostOpen],
    ],
  );
  return added === 1;
}

export async function findRequest(client: Queryable, sessionID: string): Promise<RequestRow | undefined> {
  const rows = await client.query<RequestRow>(
    `select ${columns} from payment_data.request r where r.session_id = $1`,
    [sessionID],
  );
  return rows[0];
}

/** Opens a request again that came to nothing: customs has asked once more. */
export async function reopenRequest(
  client: Client,
  sessionID: string,
  at: Date,
  dueAt: Date,
): Promise<boolean> {
  const count = await client.run(
    `update payment_data.request set state = 'asked', asked_at = $2, due_at = $3, next_try_at = $2, settled_at = null
     where session_id = $1 and state in ('refused', 'overdue')`,
    [sessionID, at, dueAt],
  );
  return count === 1;
}

/** Open requests for these orders are looked at now: their payment has come. */
export async function wakeRequests(
  client: Client,
  ebpCode: string,
  orderNos: readonly string[],
  at: Date,
): Promise<void> {
  await client.run(
    `update payment_data.request set next_try_at = $3
     where state = 'asked' and order_no = any($2) and (ebp_code is null or ebp_code = $1) and tries = 0`,
    [ebpCode, orderNos, at],
  );
}

/** Takes requests whose turn has come, each for the time of the lease: whoever dies with one leaves it to the next. */
export async function claimRequests(
  client: Queryable,
  now: Date,
  leaseMs: number,
  limit: number,
): Promise<RequestRow[]> {
  return client.query<RequestRow>(
    // The rows are chosen once, whatever plan the update takes: a choice made anew would lease rows nobody gets.
    `with due as materialized (
       select session_id from payment_data.request
       where state = 'asked' and next_try_at <= $1
       order by next_try_at limit $3 for update skip locked)
     update payment_data.request r set next_try_at = $1::timestamptz + make_interval(secs => $2::double precision / 1000)
     from due where r.session_id = due.session_id
     returning ${columns}`,
    [now, leaseMs, limit],
  );
}

/** Puts a request off that cannot be answered yet. */
export async function postponeRequest(
  client: Queryable,
  sessionID: string,
  until: Date,
  fault: string | null,
): Promise<void> {
  await client.run(
    `update payment_data.request set next_try_at = $2, last_fault = coalesce($3, last_fault)
     where session_id = $1 and state = 'asked'`,
    [sessionID, until, fault],
  );
}

/** Counts a sending before it happens, so that one that dies half-way is seen; the number of the sending. */
export async function beginTry(
  client: Queryable,
  sessionID: string,
  ebpCode: string,
  payTransactionId: string,
): Promise<number | undefined> {
  const rows = await client.query<{ tries: number }>(
    `update payment_data.request set tries = tries + 1, ebp_code = $2, pay_transaction_id = $3
     where session_id = $1 and state = 'asked' returning tries`,
    [sessionID, ebpCode, payTransactionId],
  );
  return rows[0]?.tries;
}

export interface AttemptRow {
  readonly sessionID: string;
  readonly number: number;
  readonly beganAt: Date;
  readonly endedAt: Date;
  readonly payTransactionId: string;
  readonly certificateNumber: string;
  readonly httpStatus: number | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly fault: string | null;
}

/** Records what was sent and what came of it. */
export async function addAttempt(
  client: Client,
  attempt: AttemptRow & { readonly sent: Buffer },
): Promise<void> {
  await client.run(
    `insert into payment_data.attempt (session_id, number, began_at, ended_at, pay_transaction_id, certificate_number,
       http_status, code, message, fault, sent, keep_until)
     select $1::text, $2::integer, $3::timestamptz, $4::timestamptz, $5::text, $6::text, $7::integer, $8::text,
       $9::text, $10::text, $11::bytea, keep_until
     from payment_data.request where session_id = $1`,
    [
      ...[attempt.sessionID, attempt.number, attempt.beganAt, attempt.endedAt, attempt.payTransactionId],
      ...[
        attempt.certificateNumber,
        attempt.httpStatus,
        attempt.code,
        attempt.message,
        attempt.fault,
        client.vault.seal(
          placeOf('payment_data.attempt', attempt.sessionID, String(attempt.number)),
          attempt.sent,
        ),
      ],
    ],
  );
}

/** Moves a request on; only one that is still open. */
export async function moveRequest(
  client: Client,
  sessionID: string,
  step: {
    state: RequestState;
    nextTryAt: Date | null;
    at: Date;
    code: string | null;
    message: string | null;
    fault: string | null;
  },
): Promise<boolean> {
  const count = await client.run(
    `update payment_data.request set state = $2, next_try_at = coalesce($3, next_try_at),
       settled_at = case when $2 = 'asked' then null else $4::timestamptz end,
       last_code = coalesce($5, last_code), last_message = coalesce($6, last_message), last_fault = $7
     where session_id = $1 and state = 'asked'`,
    [sessionID, step.state, step.nextTryAt, step.at, step.code, step.message, step.fault],
  );
  return count === 1;
}

export async function attemptsOf(client: Queryable, sessionID: string): Promise<AttemptRow[]> {
  return client.query<AttemptRow>(
    `select session_id as "sessionID", number, began_at as "beganAt", ended_at as "endedAt",
       pay_transaction_id as "payTransactionId", certificate_number as "certificateNumber",
       http_status as "httpStatus", code, message, fault
     from payment_data.attempt where session_id = $1 order by number`,
    [sessionID],
  );
}

export interface RequestsWish {
  /** Requests for this platform only. */
  readonly ebpCode: string | undefined;
  readonly state: RequestState | undefined;
  readonly orderNo: string | undefined;
  /** Those asked before this one. */
  readonly before: { readonly askedAt: Date; readonly sessionID: string } | undefined;
  readonly limit: number;
}

/** Requests, newest first. */
export async function requestsOf(client: Queryable, wish: RequestsWish): Promise<RequestRow[]> {
  return client.query<RequestRow>(
    `select ${columns} from payment_data.request r
     where ($1::text is null or r.ebp_code = $1) and ($2::text is null or r.state = $2)
       and ($3::text is null or r.order_no = $3)
       and ($4::timestamptz is null or (r.asked_at, r.session_id) < ($4, $5))
     order by r.asked_at desc, r.session_id desc limit $6`,
    [
      ...[wish.ebpCode ?? null, wish.state ?? null, wish.orderNo ?? null],
      ...[wish.before?.askedAt ?? null, wish.before?.sessionID ?? null, wish.limit],
    ],
  );
}
