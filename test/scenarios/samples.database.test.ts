import { describe, expect, it } from 'vitest';
import { decode } from '#ceb';
import { formatDecimal, parseDecimal } from '#kernel';
import type { ExpectedList, ExpectedReceipt } from '../../apps/demo/scenarios/index.ts';
import { type SampleFolder, sampleFolders } from './folders.ts';
import { Stage } from './stage.ts';

/** A figure in two decimals, as the samples write it. */
const twoDecimals = (amount: unknown): string => formatDecimal(parseDecimal(String(amount)), 2);

async function become(stage: Stage, expected: ExpectedList): Promise<ExpectedList> {
  const { orderNo, ebpCode } = expected;
  const view = await stage.list(ebpCode, orderNo, (state) => state === expected.state || state !== 'waiting');
  const live = view.findings.filter(({ mode }) => mode === 'live').map(({ code }) => code);
  const { tax, quota } = view;
  return {
    orderNo,
    ebpCode,
    state: view.list.state as ExpectedList['state'],
    findings: [...new Set(live)].sort(),
    ...(expected.tax === undefined
      ? {}
      : {
          tax: {
            dutiableValue: twoDecimals(tax?.dutiableValue),
            duty: twoDecimals(tax?.duty),
            consumptionTax: twoDecimals(tax?.consumptionTax),
            vat: twoDecimals(tax?.vat),
            taxTotal: twoDecimals(tax?.taxTotal),
          },
        }),
    ...(expected.quotaUsed === undefined ? {} : { quotaUsed: twoDecimals(quota?.used) }),
  };
}

/** Every code in `[Code:…;Desc:…]`, in order. */
const infoCodes = (info: string): string[] =>
  [...info.matchAll(/\[Code:([^;\]]+)/g)].map(([, code = '']) => code);

async function receiptsOf(stage: Stage, to: string): Promise<ExpectedReceipt[]> {
  return (await stage.receipts(to)).map(({ type, orderNo, returnStatus, returnInfo }) => ({
    to,
    type,
    ...(orderNo === null ? {} : { orderNo }),
    status: returnStatus,
    infoCodes: infoCodes(returnInfo),
  }));
}

async function play(stage: Stage, folder: SampleFolder): Promise<void> {
  for (const step of folder.steps) {
    await stage.passTo(step.at);
    const answer = await stage.send(step, folder.read(step.file));
    expect({ file: step.file, ...answer }).toEqual({ file: step.file, ...step.expect });
  }
  await stage.settle();
  if (folder.until !== undefined) await stage.passTo(folder.until);
}

describe('a story of the samples, played through the real server', () => {
  it.each(sampleFolders())('$name: $title.en', async (folder) => {
    const stage = await Stage.open(folder.steps[0]?.at ?? folder.day);
    try {
      await play(stage, folder);
      for (const expected of folder.lists) expect(await become(stage, expected)).toEqual(expected);
      const senders = [...new Set(folder.steps.map(({ as }) => as))];
      for (const sender of senders) {
        const expected = folder.receipts.filter(({ to }) => to === sender);
        expect(await receiptsOf(stage, sender)).toEqual(expected);
      }
    } finally {
      await stage.close();
    }
  });

  it('answers with receipts that the standard reads', async () => {
    const [folder] = sampleFolders();
    if (folder === undefined) throw new Error('there are no samples');
    const stage = await Stage.open(folder.steps[0]?.at ?? folder.day);
    try {
      await play(stage, folder);
      for (const { as } of folder.steps) {
        const messages = await stage.receiptMessages(as);
        expect(messages.length).toBeGreaterThan(0);
        for (const message of messages) expect(decode(Buffer.from(message)).findings).toEqual([]);
      }
    } finally {
      await stage.close();
    }
  });
});
