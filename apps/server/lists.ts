import type { DocumentHandler } from '#exchange';
import type { ExportFollower } from '#exports';
import { chinaDay, chinaStamp } from '#kernel';
import { summaryOfList } from '#summaries';
import { parameterOn } from '#tax';
import { companionOfExports, exportsOvertaken, loadRequirements } from '../../modules/agencies/wiring.ts';
import { type Clearance, wireClearance } from '../../modules/clearance/wiring.ts';
import { type Exports, wireExports } from '../../modules/exports/wiring.ts';
import { exportsLeaveBooks } from '../../modules/gate/wiring.ts';
import type { GoodsCertificates } from '../../modules/goods-certificates/wiring.ts';
import type { Inspections } from '../../modules/inspections/wiring.ts';
import { answeredLater, type LiveLink } from '../../modules/links/wiring.ts';
import type { Sampling } from '../../modules/sampling/wiring.ts';
import type { Summaries } from '../../modules/summaries/wiring.ts';
import { composeCompanions } from './companions.ts';
import { followHeld } from './desk.ts';
import type { EnterpriseBook } from './enterprise-book.ts';
import type { GoodsBook } from './goods-book.ts';
import { ruleRows } from './rule-rows.ts';
import type { ServerSettings } from './settings.ts';
import { composeSummaries, summariesFollow } from './summaries.ts';
import type { Tables } from './tables.ts';

/** Lists of both directions: who takes them in, judges them and answers. */
export interface Lists {
  readonly clearance: Clearance;
  readonly exports: Exports;
  readonly summaries: Summaries;
  readonly handlers: readonly DocumentHandler[];
  /** Whether a document has to be advised on before its message goes on to customs. */
  readonly advises: (root: string, head: object) => boolean;
  readonly outcomes: ReadonlyMap<string, Clearance['outcomes']>;
  readonly papersArrived: (papers: ReadonlyMap<string, ReadonlySet<string>>) => void;
}

interface ListParts {
  readonly now: () => Date;
  readonly tables: Tables;
  readonly enterprises: EnterpriseBook;
  readonly goods: GoodsBook;
  readonly inspections: Inspections;
  readonly sampling: Sampling;
  readonly goodsCertificates: GoodsCertificates;
  readonly receiptsWritten: (recipients: ReadonlySet<string>) => void;
  /** The link to customs, where customs decides; put together after the lists. */
  readonly customs: () => LiveLink | undefined;
  readonly fault: (error: unknown, what: string) => void;
}

/** China time, as receipts have it. */
export const returnTime = (at: Date): string => chinaStamp(at.getTime(), true);

/** Set in demonstrations and tests only. */
const pace = ({ paperWaitMs, sweepMs }: Pick<ServerSettings, 'paperWaitMs' | 'sweepMs'>) => ({
  ...(paperWaitMs === undefined ? {} : { paperWaitMs }),
  ...(sweepMs === undefined ? {} : { sweepMs }),
});

/** Those who act on what becomes of export lists, told in this order. */
const composeFollowers = (summaries: Summaries): readonly ExportFollower[] => [
  summariesFollow(summaries),
  exportsLeaveBooks((at) => chinaDay(at.getTime())),
  exportsOvertaken,
];

/** Puts the conductors of both directions together. */
export function composeLists(settings: Omit<ServerSettings, 'port'>, parts: ListParts): Lists {
  const { database } = settings;
  const { now, tables, enterprises, goods, customs, fault } = parts;
  const { rulebook, taxBook, codeLists } = tables;
  const { parameters } = taxBook;
  const common = {
    ...{ database, now, returnTime, rulebook },
    enterprises: (codes: ReadonlySet<string>) => enterprises.find(codes),
    customsDistrict: parameterOn(parameters, 'zone.customs_district', chinaDay(now().getTime()))?.value ?? '',
    receiptsWritten: (recipients: ReadonlySet<string>) => {
      parts.receiptsWritten(recipients);
      // Lists that have just been advised on may have made their messages ready to go.
      customs()?.nudge();
    },
    ...(settings.customs
      ? { forward: async (...advised: Parameters<LiveLink['forward']>) => customs()?.forward(...advised) }
      : {}),
    ...pace(settings),
  };
  const clearance = wireClearance({
    ...common,
    ...{ codeLists, taxSources: taxBook, ruleRows: ruleRows(parameters, rulebook.risk) },
    filedGoods: (wanted, day) => goods.find(wanted, day),
    follower: followHeld(parameters, now),
    companions: composeCompanions(settings, { ...parts, returnTime, taxBook }),
    fault: (error) => fault(error, 'the conductor'),
  });
  const summaries = composeSummaries(settings, parameters, { ...parts, returnTime }, fault);
  const exports = wireExports({
    ...{ ...common, tables: taxBook, summaryOf: summaryOfList, followers: composeFollowers(summaries) },
    companions: [companionOfExports(loadRequirements(), (at) => chinaDay(at.getTime()))],
    fault: (error) => fault(error, 'the conductor of exports'),
  });
  const handlers = [...clearance.handlers, ...exports.handlers, summaries.handler];
  return {
    ...{ clearance, exports, summaries },
    handlers: settings.customs ? handlers.map(answeredLater) : handlers,
    outcomes: new Map([
      [clearance.listRoot, clearance.outcomes],
      [exports.listRoot, exports.outcomes],
    ]),
    advises: (root, head) =>
      (root === clearance.listRoot && clearance.advises(head)) || exports.advises(root, head),
    papersArrived: (papers) => {
      clearance.papersArrived(papers);
      exports.papersArrived(papers);
      summaries.papersArrived(papers);
    },
  };
}
