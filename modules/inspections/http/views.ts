import type { InspectionPorts } from '../application/ports.ts';
import type {
  Hold,
  Inspection,
  InspectionRow,
  Photo,
  Sample,
  WholeInspection,
} from '../application/reading.ts';
import { type Correction, correctionsOf } from '../domain/corrections.ts';
import type { InspectionTables } from '../domain/tables.ts';

const iso = (at: Date | null): string | undefined => at?.toISOString();

function commonOf({ inspectionId, state, customsCode, noShows, ...more }: Inspection) {
  const [startsAt, begunAt, endedAt] = [iso(more.startsAt), iso(more.begunAt), iso(more.endedAt)];
  return {
    ...{ inspectionId, state, customsCode, noShows, openedAt: more.openedAt.toISOString() },
    ...(more.siteCode === null ? {} : { siteCode: more.siteCode }),
    ...(startsAt === undefined ? {} : { startsAt }),
    ...(begunAt === undefined ? {} : { begunAt }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}

export const rowOf = (row: InspectionRow) => ({
  ...commonOf(row),
  ...{ lists: row.lists, openHolds: row.openHolds, agencies: [...row.agencies], goodsName: row.goodsName },
});

/** What an inspection is shown by. */
interface ViewedBy extends Pick<InspectionPorts, 'tables' | 'certificates'> {
  readonly day: string;
  /** Whether the reader works for the zone: enterprises do not read who inspects. */
  readonly zone: boolean;
}

/** An inspection with all that was done about it. */
export function viewOf(whole: WholeInspection, { tables, certificates, day, zone }: ViewedBy) {
  const { inspection, holds, samples, photos, steps } = whole;
  const { officer, secondOfficer } = inspection;
  return {
    ...commonOf(inspection),
    ...(zone && officer ? { officer: officer.name } : {}),
    ...(zone && secondOfficer ? { secondOfficer: secondOfficer.name } : {}),
    holds: holds.map((hold) => ({
      ...holdOf(hold, { tables, certificates, day }),
      ...basisOf(hold, holds, tables, day),
      ...certifiedBy(hold, steps),
    })),
    samples: samples.map(sampleOf),
    photos: photos.map(photoOf),
    corrections: correctionsOf(steps).map((one) => correctionOf(one, tables, day)),
    steps: steps.map(({ at, kind, body: { name, ...body } }) => ({
      ...{ at: at.toISOString(), kind },
      body: zone && name !== undefined ? { ...body, name } : body,
    })),
  };
}

function named(code: string, rows: readonly { code: string; zh: string; en: string }[]) {
  const { zh, en } = rows.find((row) => row.code === code) ?? { zh: code, en: code };
  return { code, zh, en };
}

/** The result that counts for a hold, where another's is recognised. */
function basisOf(hold: Hold, holds: readonly Hold[], tables: InspectionTables, day: string) {
  if (hold.state !== 'recognised') return {};
  const by = tables.recognitionsOn(day).find(({ code }) => code === hold.reason)?.by;
  const basis = holds.find(
    (one) =>
      one.orderNo === hold.orderNo &&
      one.ebpCode === hold.ebpCode &&
      one.agency === by?.agency &&
      one.ground === by.ground,
  );
  if (!basis) return {};
  const endedAt = iso(basis.endedAt);
  const { agency, ground } = basis;
  return {
    restsOn: {
      ...{ agency, ground: named(ground, tables.groundsOn(day)) },
      ...(endedAt === undefined ? {} : { endedAt }),
    },
  };
}

/** The certificate that counts for a hold, where one does. */
function certifiedBy(hold: Hold, steps: WholeInspection['steps']) {
  if (hold.state !== 'recognised') return {};
  const step = steps.find(
    ({ kind, body }) =>
      kind === 'recognised' &&
      body.orderNo === hold.orderNo &&
      body.ebpCode === hold.ebpCode &&
      body.agency === hold.agency &&
      body.ground === hold.ground,
  );
  const number = step?.body.certificate;
  return typeof number === 'string' ? { certificate: number } : {};
}

function holdOf(hold: Hold, { tables, certificates, day }: Omit<ViewedBy, 'zone'>) {
  const { orderNo, ebpCode, agency, note, sampleWanted, tradeMode, goodsName, state, found } = hold;
  const row = hold.reason === null ? undefined : certificates.row(hold.reason);
  const reasons =
    state === 'recognised' ? [...tables.recognitionsOn(day), ...(row ? [row] : [])] : tables.faultsOn(day);
  const endedAt = iso(hold.endedAt);
  return {
    ...{ orderNo, ebpCode, agency, note, sampleWanted, tradeMode, goodsName, state, found },
    ground: named(hold.ground, tables.groundsOn(day)),
    openedAt: hold.openedAt.toISOString(),
    ...(hold.reason === null ? {} : { reason: named(hold.reason, reasons) }),
    ...(endedAt === undefined ? {} : { endedAt }),
  };
}

function correctionOf(
  { by: _by, at, confirmedAt, reason, ...said }: Correction,
  tables: InspectionTables,
  day: string,
) {
  const { entryId, orderNo, ebpCode, agency, ground, verdict, found, why } = said;
  return {
    ...{ entryId, at: at.toISOString(), orderNo, ebpCode, agency, ground, verdict, found, why },
    ...(reason === undefined ? {} : { reason: named(reason, tables.faultsOn(day)) }),
    ...(confirmedAt === undefined ? {} : { confirmedAt: confirmedAt.toISOString() }),
  };
}

const sampleOf = ({ laboratory, reportNo, changedAt, ...plain }: Sample) => ({
  ...{ ...plain, changedAt: changedAt.toISOString() },
  ...(laboratory === null ? {} : { laboratory }),
  ...(reportNo === null ? {} : { reportNo }),
});

const photoOf = ({ orderNo, ebpCode, addedAt, ...plain }: Photo) => ({
  ...{ ...plain, addedAt: addedAt.toISOString() },
  ...(orderNo === null ? {} : { orderNo }),
  ...(ebpCode === null ? {} : { ebpCode }),
});
