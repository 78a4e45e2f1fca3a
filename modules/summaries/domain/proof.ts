import { type Decimal, formatDecimal, parseDecimal } from '#kernel';
import {
  type ExportList,
  type SummaryDeclaration,
  type SummaryLine,
  type SummaryWish,
  summarise,
} from './summarise.ts';

/** A digest of a text as hexadecimal, given by whoever has one: SHA-256 everywhere here. */
export type Digest = (text: string) => string;

/** A line as it is published. Decimals as texts. */
export interface ProvedLine extends Omit<SummaryLine, 'qty' | 'qty1' | 'qty2' | 'totalPrice'> {
  readonly qty: string;
  readonly qty1: string;
  readonly qty2: string;
  readonly totalPrice: string;
}

/**
 * What is published with a declaration: its lines, and of each list the number and the digest of what it contributed.
 * Whoever has the lists recomputes all of it; whoever has one list sees that it is in.
 */
export interface SummaryProof {
  readonly wish: SummaryWish;
  readonly mostLines: number;
  readonly key: SummaryDeclaration['key'];
  readonly lines: readonly ProvedLine[];
  readonly lists: readonly { readonly invtNo: string; readonly digest: string }[];
  /** Over the key, the lines and the digests: one word that stands for all. */
  readonly root: string;
}

const text = (value: Decimal): string => formatDecimal(value);

const lineOf = ({ qty, qty1, qty2, totalPrice, ...plain }: SummaryLine): ProvedLine => ({
  ...plain,
  ...{ qty: text(qty), qty1: text(qty1), qty2: text(qty2), totalPrice: text(totalPrice) },
});

/** A number in one writing: 2.50 and 2.5 are the same contribution. */
const plain = (value: string | undefined): string =>
  value === undefined || value === '' ? '' : text(parseDecimal(value));

/** What a list contributes, in one order of fields and one writing of numbers: what its digest is of. */
export function contributionOf({ head, items }: ExportList): string {
  const lines = items.map((item) => [
    ...[
      item.gnum,
      item.country,
      item.gcode,
      item.gname,
      item.currency,
      item.unit,
      item.unit1,
      item.unit2 ?? '',
    ],
    ...[plain(item.qty), plain(item.qty1), plain(item.qty2), plain(item.totalPrice)],
  ]);
  const { invtNo = '', ebcCode, ownerCode, tradeMode, trafMode, country, portCode } = head;
  return JSON.stringify([invtNo, ebcCode, ownerCode, tradeMode, trafMode, country, portCode, lines]);
}

/**
 * The text a root is the digest of, in two parts, between which stand the lists, each as `["number","digest"]`, with a comma
 * between two: so that whoever has a million of them need not hold their text.
 */
export function rootFrame(
  proof: Omit<SummaryProof, 'root' | 'lists'>,
): readonly [before: string, after: string] {
  const { key, lines, wish, mostLines } = proof;
  const opening = JSON.stringify([
    [wish.bySeller, wish.byName, mostLines],
    [key.ebcCode, key.ownerCode, key.tradeMode, key.trafMode, key.country, key.portCode],
    lines.map((line) => [
      ...[line.country, line.gcode, line.currency, line.unit, line.unit1, line.unit2, line.gname],
      ...[line.qty, line.qty1, line.qty2, line.totalPrice],
    ]),
  ]);
  return [`${opening.slice(0, -1)},[`, ']]'];
}

function rootOf(proof: Omit<SummaryProof, 'root'>, digest: Digest): string {
  const [before, after] = rootFrame(proof);
  const lists = proof.lists.map(({ invtNo, digest: own }) => JSON.stringify([invtNo, own]));
  return digest(`${before}${lists.join(',')}${after}`);
}

/** The proof of a declaration. */
export function prove(
  declaration: SummaryDeclaration,
  wish: SummaryWish,
  mostLines: number,
  digest: Digest,
): SummaryProof {
  const proof = {
    ...{ wish, mostLines, key: declaration.key, lines: declaration.lines.map(lineOf) },
    lists: declaration.lists.map((list) => ({
      invtNo: list.head.invtNo ?? '',
      digest: digest(contributionOf(list)),
    })),
  };
  return { ...proof, root: rootOf(proof, digest) };
}

/** What does not hold of a proof. */
export type ProofFault =
  | { readonly fault: 'PROOF-ROOT' }
  | {
      readonly fault: 'PROOF-LIST-MISSING' | 'PROOF-LIST-CHANGED' | 'PROOF-LIST-TWICE';
      readonly invtNo: string;
    }
  | { readonly fault: 'PROOF-LINES' };

/**
 * Recomputes a proof from lists: that its word stands for what it says, that each list named is as it was, and that the
 * lines are the sums of the lists, no more and no less. Lists it does not name are left aside.
 * @returns everything that does not hold; nothing where all of it does.
 */
export function verifyProof(proof: SummaryProof, lists: readonly ExportList[], digest: Digest): ProofFault[] {
  const faults: ProofFault[] = rootOf(proof, digest) === proof.root ? [] : [{ fault: 'PROOF-ROOT' }];
  const byNumber = new Map(lists.map((list) => [list.head.invtNo, list]));
  const named = new Set<string>();
  const found: ExportList[] = [];
  for (const { invtNo, digest: own } of proof.lists) {
    const list = byNumber.get(invtNo);
    if (named.has(invtNo)) faults.push({ fault: 'PROOF-LIST-TWICE', invtNo });
    else if (list === undefined) faults.push({ fault: 'PROOF-LIST-MISSING', invtNo });
    else if (digest(contributionOf(list)) !== own) faults.push({ fault: 'PROOF-LIST-CHANGED', invtNo });
    else found.push(list);
    named.add(invtNo);
  }
  if (faults.length > 0) return faults;
  const { declarations } = summarise(found, proof.wish, proof.mostLines);
  const [only, ...others] = declarations;
  const sums = JSON.stringify(only?.lines.map(lineOf));
  const same =
    JSON.stringify(only?.key) === JSON.stringify(proof.key) && sums === JSON.stringify(proof.lines);
  return others.length === 0 && same ? [] : [{ fault: 'PROOF-LINES' }];
}
