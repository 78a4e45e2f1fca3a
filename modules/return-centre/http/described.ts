import { callerOf, partyOf } from '#access';
import type { MessageAnswer } from '#exchange';
import { cursorOf } from '#http';
import type { Finding } from '#kernel';
import type { Centre } from '../application/centres.ts';
import type { By } from '../application/ports.ts';
import type { ParcelDetail, ParcelShown } from '../application/reading.ts';

export const described = { tags: ['return-centres'], security: [{ apiKey: [] }, { session: [] }] };

/** Who works in a centre: its enterprise, or the park. */
export const byOf = (request: object): By => ({ id: callerOf(request).id, party: partyOf(request) });

/** A centre as it leaves the house. */
export const centreView = ({ validTo, ...plain }: Centre) => ({
  ...plain,
  ...(validTo === null ? {} : { validTo }),
});

/** A parcel as it leaves the house: what is not known of it is left out. */
export function parcelView(parcel: ParcelShown) {
  const { ebcCode: _seller, agentCode: _agent, bars, receivedAt, movedAt, ...plain } = parcel;
  const { orderNo, ebpCode, invtNo, applyBy, arriveBy, splitOf, returnNo, returnState, paper, ...known } =
    plain;
  return {
    ...{ ...known, bars: [...bars], receivedAt: receivedAt.toISOString(), movedAt: movedAt.toISOString() },
    ...(orderNo === null ? {} : { orderNo }),
    ...(ebpCode === null ? {} : { ebpCode }),
    ...(invtNo === null ? {} : { invtNo }),
    ...(applyBy === null ? {} : { applyBy }),
    ...(arriveBy === null ? {} : { arriveBy }),
    ...(splitOf === null ? {} : { splitOf }),
    ...(returnNo === null ? {} : { returnNo }),
    ...(returnState === undefined ? {} : { returnState }),
    ...(paper === null ? {} : { paper }),
  };
}

/** All there is of a parcel; who did what is on record and not shown by name. */
export const detailView = ({ parcel, goods, steps }: ParcelDetail) => ({
  parcel: parcelView(parcel),
  goods: goods.map(({ quantity, ...line }) => ({ ...line, ...(quantity === null ? {} : { quantity }) })),
  steps: steps.map(({ at, toState, note }) => ({ at: at.toISOString(), to: toState, note })),
});

/** The cursor of the page after this one, where there may be one. */
export function nextOf(parcels: readonly ParcelShown[], limit: number): { next?: string } {
  const last = parcels.length === limit ? parcels.at(-1) : undefined;
  return last ? { next: cursorOf(last.receivedAt.toISOString(), last.parcelNo) } : {};
}

const findingView = ({ evidence, ...plain }: Finding) => ({
  ...plain,
  ...(evidence ? { evidence: [...evidence] } : {}),
});

/** What is told of the one document of a message. */
export function handedInView({ messageId, findings, documents: [only] }: MessageAnswer) {
  const refused = { verdict: 'refused' as const, status: '', info: '', findings };
  const { verdict, status, info, findings: found } = only ?? refused;
  return { messageId, verdict, status, info, findings: found.map(findingView) };
}
