import type { ImportDeclaration } from '#ceb';
import type { Bilingual, Confidence, Day, Decimal, Evidence, Finding } from '#kernel';

/** `live` decides; `watch` reports and does not decide. */
export type RiskMode = 'live' | 'watch';
/** Green passes, yellow has its papers looked at, red is held. */
export type RiskClass = 'green' | 'yellow' | 'red';
/** The three groups of risk the policy names. */
export type RiskGroup = 'economic' | 'technical' | 'trade';
/** Whether goods stand on the positive list of retail import; `unknown` where nobody has found out. */
export type Listing = 'yes' | 'no' | 'unknown';

/** What is screened. */
export interface RiskSubject {
  /** The papers; the declaration is always there. */
  readonly dossier: { readonly declaration: ImportDeclaration };
  /** CNY; left out when it could not be computed. Rules on amounts then find nothing. */
  readonly dutiableValue?: Decimal | undefined;
}

/** Goods as their seller has filed them, as far as lists are compared with them. */
export interface FiledGoodsFact {
  readonly gcode: string;
  readonly gname: string;
  readonly country: string;
  readonly unit: string;
  readonly unit1: string;
  /** CNY a unit. */
  readonly price?: string;
}

/** What the papers do not say. A rule whose fact is left out is not applied. */
export interface RiskFacts {
  /** CNY of the buyer's other lists of the day, without this one. */
  readonly sameDayTotal?: Decimal | undefined;
  /** CNY of each of the buyer's other lists of the last days (7 by default). */
  readonly recentAmounts?: readonly Decimal[] | undefined;
  /** Order number of another purchase that carries the same carrier's waybill number. */
  readonly waybillUsedBy?: string | undefined;
  /** Listing of a ten-digit code on the day; undefined for a code the tariff does not know. */
  readonly positiveListing?: ((code: string) => Listing | undefined) | undefined;
  /** Whether a code is listed for bonded import only. */
  readonly bondedOnly?: ((code: string) => boolean | undefined) | undefined;
  /** Approved goods of the list's seller by item number; left out where the seller has filed none. */
  readonly filedGoods?: ((itemNo: string) => FiledGoodsFact | undefined) | undefined;
}

export type FactName = keyof RiskFacts;

/** What a rule is, whatever its figures on a day. */
export interface RiskRule {
  /** Stable code of rule and finding. */
  readonly code: string;
  /** Of the logic; the figures have versions of their own. */
  readonly version: number;
  /** Indicator of, e.g. `K10`; of its rules only the heaviest hit counts. */
  readonly indicator: string;
  readonly text: Bilingual;
  readonly group: RiskGroup;
  readonly rule: string;
  readonly source: string;
  readonly confidence: Confidence;
  readonly from: Day;
  readonly to?: Day;
  /** The fact it cannot do without; `papers` for none but the papers. */
  readonly needs: FactName | 'papers';
  /** Names of the thresholds each row of its figures must give. */
  readonly thresholds: readonly string[];
}

/** The figures of a rule for a period: one row of `contracts/risk-rules.csv`. */
export interface RiskSetting {
  readonly code: string;
  readonly version: number;
  readonly mode: RiskMode;
  /** 0 to 100. */
  readonly weight: number;
  /** A hit makes the list red, whatever its score. */
  readonly veto: boolean;
  readonly thresholds: Readonly<Record<string, string>>;
  readonly from: Day;
  readonly to?: Day;
  readonly source: string;
  readonly confidence: Confidence;
  /** What the row is about. */
  readonly note: Bilingual;
}

/** A rule as it stands on a day: its sentence with the figures of one row in force. */
export interface RiskRuleOnDay {
  readonly code: string;
  /** Of the row. */
  readonly version: number;
  /** The demand, what the row is about, its thresholds. */
  readonly sentence: Bilingual;
  readonly mode: RiskMode;
  readonly weight: number;
  readonly veto: boolean;
  readonly thresholds: Readonly<Record<string, string>>;
  readonly source: string;
  readonly confidence: Confidence;
  /** Days the row holds. */
  readonly from: Day;
  readonly to?: Day;
}

/** What a rule has seen, under which of its settings. */
export interface Sighting {
  readonly setting: RiskSetting;
  readonly path: string;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
  readonly evidence?: readonly Evidence[];
}

/** Nothing seen. */
export const NOTHING: readonly Sighting[] = [];

/** Looks at one subject under the settings it was made for. */
export type Look = (subject: RiskSubject, facts: RiskFacts) => readonly Sighting[];

/** A rule with its logic: given the settings in force (one or more), it makes the function that looks. */
export interface RuleLogic extends RiskRule {
  readonly prepare: (settings: readonly [RiskSetting, ...RiskSetting[]]) => Look;
}

/** One rule that spoke. */
export interface RiskHit {
  /** Code of the rule, as in `finding.code`. */
  readonly rule: string;
  /** Version of the figures it spoke under, and the thresholds among them. */
  readonly version: number;
  readonly thresholds: Readonly<Record<string, string>>;
  readonly indicator: string;
  readonly group: RiskGroup;
  readonly mode: RiskMode;
  readonly weight: number;
  readonly veto: boolean;
  readonly finding: Finding;
}

/** What screening says of a list. */
export interface Screening {
  readonly class: RiskClass;
  /** 0 to 100; the live hits' weights, of each indicator the heaviest. */
  readonly score: number;
  readonly hits: readonly RiskHit[];
}
