import { type Day, type Decimal, holdsOn } from '#kernel';
import { b2bOpening, type Decided, decide, exportFinish, type Finish } from '#modes';
import { type ParameterTable, parameterOn } from '#tax';
import { B2B_DATA, type B2bDatum, type DataRow } from './data-table.ts';
import { RECOGNITION, type Recognised } from './recognition-table.ts';

/** What is known of a trade; what is left out is unknown. */
export interface B2bTrade {
  readonly shipsTo?: 'buyer' | 'overseas-warehouse' | undefined;
  readonly buyer?: 'firm' | 'consumer' | undefined;
  readonly contract?: 'platform' | 'offline' | undefined;
  /** CNY of the ticket. */
  readonly value?: Decimal | undefined;
  readonly licence?: boolean | undefined;
  readonly inspection?: boolean | undefined;
  readonly exportDuty?: boolean | undefined;
  /** Whether an export refund is wanted. */
  readonly refund?: boolean | undefined;
  readonly pilotZone?: boolean | undefined;
  /** What customs has of it already. */
  readonly has: ReadonlySet<B2bDatum>;
}

export interface Surroundings {
  readonly day: Day;
  /** Customs district it is declared in, four digits. */
  readonly district: string;
  readonly parameters: ParameterTable;
}

export interface Recognition {
  readonly decided: Decided<Recognised>;
  /** By list or by full declaration, where it is B2B e-commerce export. */
  readonly finish?: Decided<Finish>;
  /** What customs must have on the day and has not. */
  readonly lacking: readonly DataRow[];
  /** Facts that would have to be known, by name. */
  readonly missing: readonly string[];
}

/** Whether a trade is B2B e-commerce export, how it is declared, and what is still lacking. */
export function recognise(trade: B2bTrade, { day, district, parameters }: Surroundings): Recognition {
  const { has, value, licence, inspection, exportDuty, refund, pilotZone, ...facts } = trade;
  const rules = { day, parameters };
  const open = b2bOpening(day, district) !== undefined;
  const decided = decide(RECOGNITION, { ...facts, open }, rules);
  const mode = decided.outcome?.verdict;
  if (mode !== '9710' && mode !== '9810') return { decided, lacking: [], missing: decided.missing };
  const finish = exportFinish({ mode, value, licence, inspection, exportDuty, refund, pilotZone }, rules);
  const lacking = B2B_DATA.filter(
    (row) =>
      row.modes.includes(mode) &&
      holdsOn(row, day) &&
      (row.parameter === undefined || parameterOn(parameters, row.parameter, day)?.value === 'true') &&
      !row.anyOf.some((datum) => has.has(datum)),
  );
  return { decided, finish, lacking, missing: finish.missing };
}
