import { type Day, type Decimal, type Finding, parseDecimal, ZERO } from '#kernel';
import { type Dossier, matchDossier } from '#matching';
import type { Enterprise } from '#registry';
import { type FiledGoodsFact, type RiskClass, type RiskHit, screen } from '#risk';
import {
  assessImportTax,
  rejectionFindings,
  serialiseTax,
  type TaxAssessment,
  tariffLineOn,
  taxInputOf,
  weightsBought,
} from '#tax';
import { modeFindings, withheldTaxFindings } from './list-rules.ts';
import { type JudgedFinding, resultCodeOf, results } from './results.ts';
import type { Rulebook } from './rulebook.ts';

/** What a list's papers do not say. */
export interface Facts {
  /** CNY the buyer has used of the year's allowance before this list. */
  readonly annualUsed: Decimal;
  /** Kilograms the buyer has bought this year of goods limited by weight, by four-digit heading. */
  readonly yearlyKgUsed: ReadonlyMap<string, Decimal>;
  /** CNY of the buyer's other lists of the day. */
  readonly sameDayTotal: Decimal;
  /** CNY of each of the buyer's lists of the last days. */
  readonly recentAmounts: readonly Decimal[];
  readonly enterprise: (customsCode: string) => Enterprise | undefined;
  /** Another order that carries this list's waybill number. */
  readonly waybillUsedBy?: string;
  /** Goods the seller of the list has filed, by item number; left out where there are none. */
  readonly filedGoods?: (itemNo: string) => FiledGoodsFact | undefined;
}

export interface Assessment {
  readonly outcome: 'released' | 'held' | 'refused';
  /** CEB622 returnStatus. */
  readonly returnStatus: '800' | '500' | '300' | '100';
  /** `[Code:…;Desc:…]`, one for each reason, 1,000 characters at most. */
  readonly returnInfo: string;
  /** CNY; absent when the tax could not be computed. */
  readonly dutiableValue?: Decimal;
  readonly taxTotal?: Decimal;
  /** CNY of the buyer's yearly allowance that this list takes. */
  readonly reserve: Decimal;
  /** Kilograms it takes of goods limited by weight, by four-digit heading. */
  readonly weights: readonly { readonly heading: string; readonly kg: Decimal }[];
  readonly findings: readonly JudgedFinding[];
  readonly tax?: TaxAssessment;
  readonly riskClass: RiskClass;
  readonly riskScore: number;
  /** The assessment as JSON text, to be kept with the decision. */
  readonly stored: string;
}

/**
 * Judges one list: its papers against each other, the limits and the tax, the risk, then the decision.
 * A pure function of the papers, the rules of the day and the facts; it answers with findings and figures and
 * never throws for what a sender may have written.
 */
export function assess(dossier: Dossier, rulebook: Rulebook, day: Day, facts: Facts): Assessment {
  const settings = rulebook.listSettings(day);
  const findings: JudgedFinding[] = [
    ...modeFindings(dossier, settings.modesHandled),
    ...matchDossier(dossier, { day, enterprise: facts.enterprise }),
  ];
  const tax = taxOf(dossier, rulebook, day, facts, findings);
  const taxed = tax && tax.decision !== 'REJECT' ? tax : undefined;
  findings.push(...withheldTaxFindings(dossier, taxed?.taxTotal, settings.withheldTaxTolerance));
  const value = tax?.dutiableValue;
  const risk = screen(
    { dossier, ...(value === undefined ? {} : { dutiableValue: value }) },
    {
      sameDayTotal: facts.sameDayTotal,
      recentAmounts: facts.recentAmounts,
      ...(facts.waybillUsedBy === undefined ? {} : { waybillUsedBy: facts.waybillUsedBy }),
      ...(facts.filedGoods === undefined ? {} : { filedGoods: facts.filedGoods }),
      positiveListing: (code: string) => listingOf(rulebook, code, day),
      bondedOnly: (code: string) => tariffLineOn(rulebook.tables.tariff, code, day)?.bondedOnly,
    },
    rulebook.risk,
    day,
  );
  for (const hit of risk.hits) findings.push(judgedHit(hit));
  const decision = decide(findings, risk.class);
  const reserve = decision.outcome === 'refused' || value === undefined ? ZERO : value;
  return {
    ...decision,
    returnInfo: returnInfoOf(decision.codes, rulebook),
    ...(value === undefined ? {} : { dutiableValue: value }),
    ...(taxed ? { taxTotal: taxed.taxTotal } : {}),
    reserve,
    weights: taxed && decision.outcome !== 'refused' ? weightsBought(taxed.lines) : [],
    findings,
    ...(tax ? { tax } : {}),
    riskClass: risk.class,
    riskScore: risk.score,
    stored: store(findings, tax, risk.class, risk.score),
  };
}

/**
 * What becomes of an assessment when others object to a release. A list that would have been released is held for an
 * officer, and what is stored says that nothing else holds it; one that is held anyway is held for these reasons too.
 */
export function withObjections(
  assessment: Assessment,
  objections: readonly JudgedFinding[],
  rulebook: Rulebook,
): Assessment {
  if (objections.length === 0 || assessment.outcome === 'refused') return assessment;
  const findings = [...assessment.findings, ...objections];
  const { tax, riskClass, riskScore } = assessment;
  const onlyByOthers = assessment.outcome === 'released';
  const stored = store(findings, tax, riskClass, riskScore, onlyByOthers);
  if (!onlyByOthers) return { ...assessment, findings, stored };
  const codes = [results.manualReview, ...codesOf(objections)];
  return {
    ...{ ...assessment, findings, stored },
    outcome: 'held',
    returnStatus: '300',
    returnInfo: returnInfoOf(codes, rulebook),
  };
}

/** What would be said of a list by its papers alone: neither what its buyer has bought besides, nor the risk, is looked at. */
export function previewList(
  dossier: Dossier,
  rulebook: Rulebook,
  day: Day,
  enterprise: Facts['enterprise'],
): Pick<Assessment, 'findings' | 'tax'> {
  const settings = rulebook.listSettings(day);
  const findings: JudgedFinding[] = [
    ...modeFindings(dossier, settings.modesHandled),
    ...matchDossier(dossier, { day, enterprise }),
  ];
  const nothingBought = { annualUsed: ZERO, yearlyKgUsed: new Map() };
  const tax = taxOf(dossier, rulebook, day, nothingBought, findings);
  const taxed = tax && tax.decision !== 'REJECT' ? tax.taxTotal : undefined;
  findings.push(...withheldTaxFindings(dossier, taxed, settings.withheldTaxTolerance));
  return { findings, ...(tax ? { tax } : {}) };
}

/** The tax, or why there is none; a list that cannot be taxed cannot come in. */
function taxOf(
  dossier: Dossier,
  rulebook: Rulebook,
  day: Day,
  facts: Pick<Facts, 'annualUsed' | 'yearlyKgUsed'>,
  findings: JudgedFinding[],
): TaxAssessment | undefined {
  const discount = dossier.order?.head.discount;
  const input = taxInputOf(dossier.declaration, rulebook.tables, {
    day,
    annualUsed: facts.annualUsed,
    yearlyKgUsed: facts.yearlyKgUsed,
    ...(discount === undefined ? {} : { nonCashDeduction: parseDecimal(discount) }),
  });
  if (Array.isArray(input)) {
    for (const finding of input) findings.push(refusing(finding));
    return undefined;
  }
  const tax = assessImportTax(input, rulebook.taxRules(day));
  if (tax.decision === 'REJECT')
    for (const finding of rejectionFindings(tax)) findings.push(refusing(finding));
  return tax;
}

const refusing = (finding: Finding): JudgedFinding => ({
  ...finding,
  mode: 'live',
  severity: 'refuse',
  customsCode: resultCodeOf(finding.code),
});

/** Risk never returns a list: it sends it to an officer. What a `watch` rule sees is only noted. */
const judgedHit = (hit: RiskHit): JudgedFinding => ({
  ...hit.finding,
  mode: hit.mode,
  severity: 'review',
  customsCode: resultCodeOf(hit.finding.code),
  version: hit.version,
  thresholds: hit.thresholds,
});

/** A line is listed from the day its edition of the list names; before and after that it is not. */
function listingOf(rulebook: Rulebook, code: string, day: Day) {
  const line = tariffLineOn(rulebook.tables.tariff, code, day);
  if (line?.positiveList !== 'yes') return line?.positiveList;
  const { positiveFrom, positiveTo } = line;
  const listed =
    (positiveFrom === undefined || positiveFrom <= day) && (positiveTo === undefined || day <= positiveTo);
  return listed ? 'yes' : 'no';
}

interface Decision {
  readonly outcome: Assessment['outcome'];
  readonly returnStatus: Assessment['returnStatus'];
  readonly codes: readonly string[];
}

/** One live reason to refuse returns the list; else what asks for an officer's eyes holds it; else it is released. */
function decide(findings: readonly JudgedFinding[], riskClass: RiskClass): Decision {
  const live = findings.filter((finding) => finding.mode === 'live');
  const refusals = live.filter((finding) => finding.severity === 'refuse');
  if (refusals.length > 0) return { outcome: 'refused', returnStatus: '100', codes: codesOf(refusals) };
  if (riskClass === 'red') return { outcome: 'held', returnStatus: '500', codes: codesOf(live) };
  if (live.length > 0 || riskClass === 'yellow')
    return { outcome: 'held', returnStatus: '300', codes: [results.manualReview, ...codesOf(live)] };
  return { outcome: 'released', returnStatus: '800', codes: [results.released] };
}

const codesOf = (findings: readonly JudgedFinding[]): string[] => [
  ...new Set(findings.map(({ customsCode }) => customsCode)),
];

/** `returnInfo` holds 1,000 characters: whole reasons only. */
const infoLimit = 1_000;

function returnInfoOf(codes: readonly string[], rulebook: Rulebook): string {
  let info = '';
  for (const code of codes) {
    const reason = `[Code:${code};Desc:${rulebook.resultText(code)}]`;
    if (info.length + reason.length > infoLimit) break;
    info += reason;
  }
  return info;
}

/** Figures and findings only: sentences of rules and sources are looked up again when somebody asks why. */
function store(
  findings: readonly JudgedFinding[],
  tax: TaxAssessment | undefined,
  riskClass: RiskClass,
  score: number,
  heldByOthers = false,
): string {
  const found = findings.length > 0 ? JSON.stringify(findings) : '[]';
  const others = heldByOthers ? ',"heldByOthers":true' : '';
  return `{"findings":${found},"tax":${tax ? serialiseTax(tax) : 'null'},"risk":{"class":"${riskClass}","score":${score}}${others}}`;
}
