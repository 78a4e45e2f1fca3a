import { randomUUID } from 'node:crypto';
import { postReturned } from '#bonded';
import { add, formatDecimal, parseDecimal, subtract } from '#kernel';
import type { Client } from '#postgres';
import { returnsFinding } from '../domain/finding-codes.ts';
import { type CaseFile, caseByNumber, writeStep } from '../storage/cases.ts';
import { addDisposition, type Disposition } from '../storage/dispositions.ts';
import { givenBackBy, linesOf, type ReturnLine } from '../storage/lines.ts';
import { type ActOn, actOn } from './officer-acts.ts';
import type { ReturnsPorts } from './ports.ts';
import { noReturn, notNow, wrongGoods } from './problems.ts';
import { moveCase } from './step.ts';

/** What an enterprise does with goods that came back. */
export type AskedDisposition = Pick<Disposition, 'gnum' | 'kind' | 'quantity' | 'paper' | 'note'>;

/**
 * Goods that are back and accepted are sold again, sent abroad or destroyed. Sold again are only goods
 * fit for it that lie in an account book: they stay in its stock. What goes abroad or is destroyed leaves the book.
 * Once all goods have gone where they were to go, the return is closed.
 * @throws Problem RETURNS-NOT-FOUND, RETURNS-STATE, RETURNS-GOODS
 */
export async function disposeOf(
  ports: ReturnsPorts,
  on: ActOn & { readonly party: string },
  asked: AskedDisposition,
): Promise<CaseFile> {
  if (!(await caseByNumber(ports.database, on.returnNo, on.party))) throw noReturn(on.returnNo);
  return actOn(ports, on, async (client, file) => {
    // Exported goods that are back are released to their owner, who does with them as he likes.
    if (file.state !== 'inspected' || file.direction === 'export') throw notNow(file);
    const lines = await linesOf(client, file);
    const line = lines.find(({ gnum, original }) => gnum === asked.gnum && original);
    if (!line) throw wrongGoods([returnsFinding('RETURN-ITEM', 'gnum')]);
    const left = subtract(parseDecimal(line.quantity), parseDecimal(line.disposed));
    if (parseDecimal(asked.quantity) > left)
      throw wrongGoods([returnsFinding('RETURN-QUANTITY', 'quantity', formatDecimal(left))]);
    const at = ports.now();
    const dispositionId = randomUUID();
    await moveStock(ports, client, { file, line, asked, dispositionId, at, byWhom: on.byWhom });
    await addDisposition(client, file, { ...asked, dispositionId, at }, on.byWhom);
    const closed = lines
      .filter(({ original }) => original)
      .every(
        ({ gnum, quantity, disposed }) =>
          add(parseDecimal(disposed), parseDecimal(gnum === asked.gnum ? asked.quantity : '0')) ===
          parseDecimal(quantity),
      );
    const { byWhom } = on;
    if (closed) await moveCase(ports, client, file, { to: 'closed', by: 'sender', byWhom, at });
    // It stays where it is and has moved all the same: who says the same twice is told so.
    else
      await writeStep(
        client,
        file,
        { at, toState: 'inspected', byWhat: 'sender', byWhom, note: asked.kind, findings: [] },
        {},
      );
    return () => undefined;
  });
}

async function moveStock(
  ports: ReturnsPorts,
  client: Client,
  {
    file,
    line,
    asked,
    dispositionId,
    at,
    byWhom,
  }: {
    readonly file: CaseFile;
    readonly line: ReturnLine;
    readonly asked: AskedDisposition;
    readonly dispositionId: string;
    readonly at: Date;
    readonly byWhom: string;
  },
): Promise<void> {
  const given = await givenBackBy(client, file);
  const inBook = given.some(({ gnum, kind }) => gnum === asked.gnum && kind === 'stock');
  if (asked.kind === 'resale') {
    if (!inBook || !line.saleable) throw wrongGoods([returnsFinding('RETURN-NOT-FOR-SALE', 'kind')]);
    return;
  }
  const { emsNo } = file;
  const { itemRecordNo } = line;
  if (!inBook || emsNo === null || itemRecordNo === null) return;
  const said = await postReturned(client, at, emsNo, [
    {
      ...{ itemRecordNo, unit: line.unit, cause: asked.kind },
      quantity: parseDecimal(asked.quantity),
      // One return may go abroad in parts: each is written by itself.
      ...{ reference: `${file.returnNo}/${dispositionId}`, line: asked.gnum },
      ...{ day: ports.chinaDay(at), by: byWhom },
    },
  ]);
  const refused = said.flatMap((one) => (one.outcome === 'refused' ? [one.finding] : []));
  if (refused.length > 0) throw wrongGoods(refused);
}
