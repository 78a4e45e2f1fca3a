import { chinaDay, formatDecimal, parseDecimal } from '#kernel';
import type { Client } from '#postgres';
import { type Application, entryIdOf, numberOfDay } from '../domain/application.ts';
import { Packing, type PlaceRange } from '../domain/pack.ts';
import { type ProvedLine, rootFrame } from '../domain/proof.ts';
import { claimLists, moveApplication, noteLeftOut, numbersFrom } from '../storage/applications.ts';
import { isNarrow, placedLists, runOf } from '../storage/placing.ts';
import {
  firstLists,
  type NewSummary,
  type WrittenLine,
  writeLines,
  writeSummaries,
} from '../storage/writing.ts';

/** Lists looked at together where lines have to be counted list by list (D). */
const pageOfLists = 5_000;

/** Takes the lists of an application that has just come. @returns it as it stands now */
export async function claim(client: Client, one: Application, at: Date): Promise<Application> {
  const lists = await claimLists(client, one);
  await noteLeftOut(client, one);
  return lists > 0
    ? moveApplication(client, one, { state: 'claimed', lists })
    : moveApplication(client, one, { state: 'empty', finishedAt: at });
}

/** The places of the next summaries of an application: all lists of a key, or as many as fit. */
async function nextRanges(client: Client, one: Application): Promise<PlaceRange[]> {
  const from = one.placed + 1;
  const run = await runOf(client, one, from);
  if (await isNarrow(client, one, run)) return [{ from, to: run.to }];
  const packing = new Packing(one.mostLines);
  const full: PlaceRange[] = [];
  for (let at = from; at <= run.to && full.length === 0; at += pageOfLists) {
    const to = Math.min(at + pageOfLists - 1, run.to);
    full.push(...packing.add(await placedLists(client, one, at, to)));
    const open = packing.open();
    // What is still open at the end of the page is counted anew with the next, unless there is no more.
    if (to === run.to && open) full.push(open);
  }
  return full;
}

const plain = (value: string): string => formatDecimal(parseDecimal(value));

function provedLine({
  declSeqNo: _,
  lineNo: __,
  qty,
  qty1,
  qty2,
  totalPrice,
  ...line
}: WrittenLine): ProvedLine {
  return {
    ...line,
    ...{ qty: plain(qty), qty1: plain(qty1), qty2: plain(qty2), totalPrice: plain(totalPrice) },
  };
}

/**
 * Makes the next summaries of a claimed application, in the transaction that is given: what is killed in it has not
 * happened, and the next goes on behind the last list that is in a summary.
 * @returns the application as it stands now, and what was made
 */
export async function sumUpNext(
  client: Client,
  one: Application,
  at: Date,
): Promise<{ readonly application: Application; readonly made: readonly NewSummary[] }> {
  const ranges = await nextRanges(client, one);
  const day = chinaDay(at.getTime());
  const numbers = await numbersFrom(client, 'decl_seq_no', ranges.length);
  const entries = await numbersFrom(client, 'entry_no', ranges.length);
  const numbered = ranges.map((range, i) => ({
    ...range,
    declSeqNo: numberOfDay('D', day, numbers[i] ?? 0n),
  }));
  const lines = await writeLines(client, one, numbered);
  const firsts = await firstLists(client, one, numbered);
  const wish = { bySeller: one.bySeller, byName: one.byName };
  const made = numbered.map((range, i) => {
    const first = firsts.get(range.declSeqNo);
    if (!first) throw new Error(`summary ${range.declSeqNo} has no list`);
    const { customsCode, declSeqNo: _, ...whole } = first;
    const key = one.bySeller ? whole : { ...whole, ownerCode: '', ownerName: '' };
    const own = (lines.get(range.declSeqNo) ?? []).map(provedLine);
    return {
      ...{ ...range, key, customsCode, lines: own.length },
      entryId: entryIdOf(customsCode, day, entries[i] ?? 0n),
      frame: rootFrame({ wish, mostLines: one.mostLines, key, lines: own }),
    };
  });
  await writeSummaries(client, one, made, at);
  const placed = ranges.at(-1)?.to ?? one.placed;
  const summaries = one.summaries + made.length;
  const done = placed === one.lists;
  const application = await moveApplication(client, one, {
    ...{ state: done ? 'summed-up' : 'claimed', placed, summaries },
    ...(done ? { finishedAt: at } : {}),
  });
  return { application, made };
}
