import { describe, expect, it } from 'vitest';
import { decode } from '../decode/decode.ts';
import { encode } from '../encode/encode.ts';
import { exampleMessage } from '../examples/example.ts';
import { messageTables } from '../tables/message-tables.ts';
import type { CebMessage, Root } from '../types.ts';
import { answerBody, answerType, issuedNumber, numbersToIssue } from './answer-body.ts';

type Fields = Readonly<Record<string, string | number | undefined>>;

const DECLARATIONS = (Object.keys(messageTables) as Root[]).filter(
  (root) => messageTables[root].kind === 'declaration',
);
const DAY = '20260701';
const headOf = (root: Root): Fields => exampleMessage(root).documents[0]?.head as Fields;
const issuedTo = (root: Root, head: Fields): Record<string, string> =>
  Object.fromEntries(
    numbersToIssue(root, head).map((name) => [name, issuedNumber(name, root, head, DAY, 7n)]),
  );

/** The receipt as a message, as it goes to the sender. */
function receipt(root: Root, issued: Readonly<Record<string, string>>, returnStatus: string): CebMessage {
  const body = answerBody(root, headOf(root), issued, returnStatus);
  const tail = { returnStatus, returnTime: '20260701093000000', returnInfo: '-' };
  const head = { ...body, ...tail };
  return {
    ...{ root: `${answerType(root)}Message`, guid: headOf(root).guid, version: '1.0' },
    ...{ documents: [{ head, items: [] }], subscriptions: [] },
  } as unknown as CebMessage;
}

describe('the answer to a declaration', () => {
  it.each(DECLARATIONS)('%s is sound, taken in or refused at the door', (root) => {
    const taken = receipt(root, issuedTo(root, headOf(root)), '120');
    const refused = receipt(root, {}, '-999999');
    for (const message of [taken, refused]) {
      expect(decode(new TextEncoder().encode(encode(message))).findings).toEqual([]);
    }
  });

  it('has what the paper has, and the numbers given to it', () => {
    const head = headOf('CEB603Message');
    const issued = issuedTo('CEB603Message', head);
    expect(issued).toEqual({ preNo: 'B20260701000000007', invtNo: '86012026E000000007' });
    const { orderNo, copNo, statisticsFlag } = head;
    expect(answerBody('CEB603Message', head, issued, '120')).toMatchObject({
      ...{ orderNo, copNo, statisticsFlag },
      ...issued,
    });
  });

  it('shows a number of customs only once customs has the paper, where the schema lets it', () => {
    const head = headOf('CEB621Message');
    const issued = issuedTo('CEB621Message', head);
    expect(answerBody('CEB621Message', head, issued, '2')).not.toHaveProperty('invtNo');
    expect(answerBody('CEB621Message', head, issued, '120')).toMatchObject({ invtNo: '86012026I000000007' });
  });

  it('keeps numbers the paper brings', () => {
    const head = { ...headOf('CEB623Message') };
    expect(numbersToIssue('CEB623Message', head)).not.toContain('invtNo');
    expect(answerBody('CEB623Message', head, {}, '2').invtNo).toBe(head.invtNo);
  });
});
