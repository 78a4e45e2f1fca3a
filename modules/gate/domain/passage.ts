import { add, type Decimal, type Finding, formatDecimal, multiply, subtract } from '#kernel';
import { gateFinding } from './findings.ts';

/** A vehicle at a gate, as the gate tells of it. */
export interface Coming {
  readonly passNo: string;
  readonly plate: string;
  /** Kilograms with vehicle and goods; undefined at a gate without a scale. */
  readonly weightKg?: Decimal | undefined;
}

/** A pass as the gate looks at it. */
export interface PassAtGate {
  readonly passNo: string;
  readonly state: 'made' | 'stopped' | 'passed' | 'void';
  readonly plate: string;
  readonly tareKg: Decimal;
  readonly packingKg: Decimal;
  readonly goodsKg: Decimal;
  /** Whether a random check fell on it; undefined before it has come to a gate. */
  readonly drawn?: boolean | undefined;
  readonly checkResult: 'none' | 'clear' | 'found';
  /** Order numbers of lists on it that are released no more. */
  readonly recalled: readonly string[];
  /** What the account books say against it. */
  readonly refused: readonly string[];
}

/** By how much a weight may be off: the greater of a share of what is expected and so many kilograms. */
export interface WeightTolerance {
  readonly share: Decimal;
  readonly leastKg: Decimal;
}

/** What the gate says. */
export interface GateAnswer {
  readonly answer: 'open' | 'stop';
  /** Why a vehicle is stopped: everything, not the first. */
  readonly reasons: readonly Finding[];
  /** Whether the random check falls on it; undefined where it took part in no draw. */
  readonly drawn?: boolean | undefined;
}

const numberPlate = (text: string): string => text.replaceAll(/[\s·.-]/g, '').toUpperCase();

/** Whether a weight agrees with the papers; @returns the expected weight where it does not. */
function weightOff(pass: PassAtGate, weightKg: Decimal, tolerance: WeightTolerance): Decimal | undefined {
  const expected = add(add(pass.tareKg, pass.packingKg), pass.goodsKg);
  const off = subtract(weightKg, expected);
  const by = off < 0n ? -off : off;
  return by > tolerance.leastKg && by > multiply(expected, tolerance.share) ? expected : undefined;
}

/**
 * Decides on a vehicle: it is let through only for what is released, once, in the vehicle and with the weight of its
 * pass, and unless the random check falls on it (R-1.18a). A vehicle that is stopped may come again when it is mended.
 * @param draws whether the random check falls on a pass that has not taken part in one
 */
export function decide(
  coming: Coming,
  pass: PassAtGate | undefined,
  tolerance: WeightTolerance,
  draws: (passNo: string) => boolean,
): GateAnswer {
  if (pass === undefined) return stop([gateFinding('GATE-PASS-UNKNOWN', 'passNo', coming.passNo)]);
  if (pass.state === 'passed') return stop([gateFinding('GATE-PASS-USED', 'passNo', coming.passNo)]);
  if (pass.state === 'void') return stop([gateFinding('GATE-PASS-VOID', 'passNo', coming.passNo)]);
  const reasons: Finding[] = [];
  if (numberPlate(coming.plate) !== numberPlate(pass.plate))
    reasons.push(gateFinding('GATE-VEHICLE', 'plate', `${coming.plate} ≠ ${pass.plate}`));
  for (const orderNo of pass.recalled) reasons.push(gateFinding('GATE-RECALLED', 'passNo', orderNo));
  for (const said of pass.refused) reasons.push(gateFinding('GATE-BOOK', 'passNo', said));
  const expected = coming.weightKg === undefined ? undefined : weightOff(pass, coming.weightKg, tolerance);
  if (coming.weightKg !== undefined && expected !== undefined)
    reasons.push(
      gateFinding(
        'GATE-WEIGHT',
        'weightKg',
        `${formatDecimal(coming.weightKg)} ≠ ${formatDecimal(expected)} kg`,
      ),
    );
  const drawn = pass.drawn ?? draws(pass.passNo);
  if (pass.checkResult === 'found') reasons.push(gateFinding('GATE-CHECK-FOUND', 'passNo'));
  else if (drawn && pass.checkResult === 'none') reasons.push(gateFinding('GATE-DRAWN', 'passNo'));
  return reasons.length > 0 ? { ...stop(reasons), drawn } : { answer: 'open', reasons, drawn };
}

const stop = (reasons: readonly Finding[]): GateAnswer => ({ answer: 'stop', reasons });
