import type { Finding } from '#kernel';
import type { PaperKind } from './kinds.ts';

/**
 * What comes of a finding when the document is handed in as it is: `refused`, it is not taken in; `returned`, it is taken in
 * and its list is sent back; `review`, an officer looks at it; `advice`, nothing.
 */
export type Consequence = 'refused' | 'returned' | 'review' | 'advice';

/** A finding and the field of the form it belongs to. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly part: 'head' | 'line' | 'whole';
  /** Place of the goods line, from 0. */
  readonly line?: number;
  readonly field?: string;
  readonly consequence: Consequence;
}

/** Paths as messages write them (`Order[1]/OrderList[2]/qty`), and as matching does (`items[2].qty`). */
const inLine = /(?:^|\/)(?:\w+List|items)\[(\d+)\][/.](\w+)$/;
const inHead = /(?:^|\/)(\w+)$/;

/** Puts a finding of a document itself where it belongs. @param lineGroup element of its goods lines */
export function placed(
  finding: Finding,
  consequence: Consequence,
  fields: ReadonlySet<string>,
): PlacedFinding {
  return { finding, consequence, ...placeOf(finding.path, fields) };
}

/** Puts a finding that compares papers at what it says of the one that is written. */
export function placedBetween(
  finding: Finding,
  consequence: Consequence,
  kind: PaperKind,
  fields: ReadonlySet<string>,
): PlacedFinding {
  const own = finding.evidence?.find(({ paper }) => paper === kind);
  const place = own ? placeOf(own.path, fields) : { part: 'whole' as const };
  return { finding, consequence, ...place };
}

function placeOf(path: string, fields: ReadonlySet<string>): Pick<PlacedFinding, 'part' | 'line' | 'field'> {
  const [, line, ofLine] = inLine.exec(path) ?? [];
  if (line !== undefined && ofLine !== undefined)
    return { part: 'line', line: Number(line) - 1, field: ofLine };
  const [, name = ''] = inHead.exec(path) ?? [];
  return fields.has(name) ? { part: 'head', field: name } : { part: 'whole' };
}
