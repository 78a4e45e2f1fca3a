import type { Queryable } from '#postgres';
import type { SummaryProof } from '../domain/proof.ts';
import { contributedLists, type PartOf, provedLists } from '../storage/proofs.ts';
import { linesOf, type SummaryRow, wishOf } from '../storage/summaries.ts';

/** Lists read from the database at once: a million are never in hand together. */
const pageOfLists = 5_000;

/** A proof without its lists. */
async function withoutLists(client: Queryable, summary: SummaryRow): Promise<Omit<SummaryProof, 'lists'>> {
  const { ebcCode, ebcName, ownerCode, ownerName, tradeMode, trafMode, country, portCode, root } = summary;
  const lines = await linesOf(client, ebcCode, summary.declSeqNo);
  return {
    ...(await wishOf(client, summary)),
    key: { ebcCode, ebcName, tradeMode, trafMode, country, portCode, ownerCode, ownerName },
    lines: lines.map(({ lineNo: _, items: __, ...line }) => line),
    root,
  };
}

/** The proof of a summary as JSON text, piece by piece. */
export async function* proofText(client: Queryable, summary: SummaryRow): AsyncGenerator<string> {
  yield `${JSON.stringify(await withoutLists(client, summary)).slice(0, -1)},"lists":[`;
  let comma = '';
  for await (const page of pages((from) => provedLists(client, summary, from, pageOfLists))) {
    yield comma + page.map(({ invtNo, digest }) => JSON.stringify({ invtNo, digest })).join(',');
    comma = ',';
  }
  yield ']}\n';
}

/** What the lists of a summary contribute, as JSON, one a line: with the proof, all that recomputing it takes. */
export async function* listsText(client: Queryable, part: PartOf): AsyncGenerator<string> {
  for await (const page of pages((from) => contributedLists(client, part, from, pageOfLists / 5)))
    yield page.map(({ list }) => `${JSON.stringify(list)}\n`).join('');
}

async function* pages<Row extends { readonly position: number }>(
  after: (from: number) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let page = await after(0); page.length > 0; page = await after((page.at(-1)?.position ?? 0) + 1))
    yield page;
}
