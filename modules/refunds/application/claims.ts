import { Problem } from '#http';
import { record } from '#journal';
import type { Client } from '#postgres';
import {
  type ClaimLine,
  claimLinesPage,
  freeLines,
  type RefusedLine,
  refuseLines,
  refuseUndeclared,
} from '../storage/claim-lines.ts';
import {
  addClaim,
  type Claim,
  claimOf,
  claimsPage,
  lockClaim,
  markHandedIn,
  settleClaim,
  takeLines,
} from '../storage/claims.ts';
import { firmOf } from '../storage/firms.ts';
import type { Doer, RefundPorts } from './ports.ts';
import { claimState, noClaim } from './refusals.ts';

export type { Claim };

/** Why a line is refused whose summary declaration was cancelled after it was claimed. */
const CANCELLED = '所在汇总申报单已撤销 its summary declaration was cancelled';

/** A claim of a party, or of the zone where none is named. @throws Problem 404 */
export async function claimFor(
  ports: RefundPorts,
  claimNo: string,
  party: string | undefined,
): Promise<Claim> {
  const found = await claimOf(ports.database.readers, claimNo, party);
  if (!found) throw noClaim(claimNo);
  return found;
}

async function tell(
  client: Client,
  { ebcCode, claimNo, month, refund }: Claim,
  state: string,
  at: Date,
  by: string,
) {
  const body = { recipient: ebcCode, claimNo, month: month.slice(0, 7), refund, by };
  await record(client, [{ at, kind: `refund-claim-${state}`, subject: claimNo, body }]);
}

async function standing(client: Client, claimNo: string): Promise<Claim> {
  const claim = await claimOf(client, claimNo, undefined);
  if (!claim) throw noClaim(claimNo);
  return claim;
}

/**
 * Claims the refund of every line of a month that may be claimed and is in no live claim: each exactly once, however
 * many claim at the same moment.
 * @param month its first day
 * @throws Problem 409 where there is nothing to claim, 422 where a factory claims by the line
 */
export async function draftClaim(ports: RefundPorts, by: Doer, month: string): Promise<Claim> {
  const at = ports.now();
  const today = ports.today();
  return ports.database.transaction(async (client) => {
    const firm = await firmOf(client, by.customsCode);
    if (firm?.kind === 'factory')
      throw new Problem(422, 'CLAIM-FACTORY', {
        zh: '生产企业适用免抵退税，随增值税申报表办理，不按单行申报（R-3.2）',
        en: 'A factory is refunded by exempt, credit, refund with its VAT return, not by the line (R-3.2)',
      });
    const taken = await takeLines(client, { ebcCode: by.customsCode, month, today });
    if (taken.lines === 0)
      throw new Problem(409, 'CLAIM-NOTHING', {
        zh: '该月没有可申报的出口：条件未满足，或均已申报；请看各行所缺条件',
        en: 'Nothing of the month can be claimed: conditions lack, or all of it is claimed; see what each line lacks',
      });
    await addClaim(client, { ebcCode: by.customsCode, month, ...taken }, { by: by.id, at });
    const claim = await standing(client, taken.claimNo);
    await tell(client, claim, 'drafted', at, by.id);
    return claim;
  });
}

/** What a claim may become, from which state, and by whom. */
export type ClaimAct = 'hand-in' | 'withdraw';

/** Hands a drafted claim in, or takes one back that is not decided. @throws Problem 404, 409 */
export async function moveClaim(
  ports: RefundPorts,
  by: Doer,
  claimNo: string,
  act: ClaimAct,
): Promise<Claim> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const claim = await lockClaim(client, claimNo, by.customsCode);
    if (!claim) throw noClaim(claimNo);
    const open = claim.state === 'drafted' || (act === 'withdraw' && claim.state === 'handed-in');
    if (!open) throw claimState();
    if (act === 'hand-in') await markHandedIn(client, claim, at);
    else {
      await settleClaim(client, claim, 'withdrawn', { at, by: by.id, reason: null });
      await freeLines(client, claim);
    }
    await tell(client, claim, act === 'hand-in' ? 'handed-in' : 'withdrawn', at, by.id);
    return standing(client, claimNo);
  });
}

/** What the tax bureau decides of a claim. */
export type ClaimDecision =
  | { readonly verdict: 'accept'; readonly refused?: readonly RefusedLine[] | undefined }
  | { readonly verdict: 'refuse'; readonly reason: string };

/**
 * Decides a claim that is handed in: accepts it but for lines it refuses, and those declared no more, or refuses all of it.
 * What is refused may be claimed again.
 * @throws Problem 404, 409, 422 where a refused line is not in the claim or none is left
 */
export async function decideClaim(
  ports: RefundPorts,
  by: string,
  claimNo: string,
  decision: ClaimDecision,
): Promise<Claim> {
  const at = ports.now();
  return ports.database.transaction(async (client) => {
    const claim = await lockClaim(client, claimNo, undefined);
    if (!claim) throw noClaim(claimNo);
    if (claim.state !== 'handed-in') throw claimState();
    if (decision.verdict === 'refuse') {
      await settleClaim(client, claim, 'refused', { at, by, reason: decision.reason });
      await freeLines(client, claim);
    } else {
      const named = decision.refused ?? [];
      const refused = await refuseLines(client, claim, named);
      if (refused !== named.length)
        throw new Problem(422, 'CLAIM-LINE-UNKNOWN', {
          zh: '所退的行不在本申报内，或重复；请核对清单编号与行号',
          en: 'A line that is refused is not in the claim, or is named twice; check lists and lines',
        });
      const gone = await refuseUndeclared(client, claim, CANCELLED);
      if (refused + gone === claim.lines)
        throw new Problem(422, 'CLAIM-NONE-LEFT', {
          zh: '没有可接受的行；请退回整份申报',
          en: 'No line is left to accept; refuse the whole of it',
        });
      await settleClaim(client, claim, 'accepted', { at, by, reason: null });
    }
    await tell(client, claim, decision.verdict === 'accept' ? 'accepted' : 'refused', at, by);
    return standing(client, claimNo);
  });
}

export const claimsBefore = (ports: RefundPorts, wish: Parameters<typeof claimsPage>[1]): Promise<Claim[]> =>
  claimsPage(ports.database.readers, wish);

export const claimLinesAfter = (
  ports: RefundPorts,
  claim: Claim,
  after: readonly [string, number],
  limit: number,
): Promise<ClaimLine[]> => claimLinesPage(ports.database.readers, claim, after, limit);
