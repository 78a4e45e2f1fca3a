import { preNoLetter } from '../answers/answer-body.ts';
import { encode } from '../encode/encode.ts';
import { returnInfo } from '../errors/return-info.ts';
import type { MessageTable } from '../tables/row.ts';
import { TABLES } from '../tables/tables.ts';
import type { DocumentOf, MessageOf, Root } from '../types.ts';
import { digitsOf } from './identity.ts';
import { WHEN } from './import-purchase.ts';
import { OFFICE, type Story } from './story.ts';

type Fields = Readonly<Record<string, string | number | undefined>>;

/** What a receipt says: the status, and the text that goes with it. */
interface Outcome {
  readonly status: string;
  readonly info: string;
}

const ENTERED: Outcome = { status: '120', info: returnInfo('1800', '逻辑校验通过') };
const CONCLUDED: Outcome = { status: '399', info: '海关审结' };
const RELEASED: Outcome = { status: '800', info: returnInfo('2600', '放行') };

/** The usual good end of each kind of paper, by its receipt. */
const OUTCOMES: Readonly<Record<string, Outcome>> = {
  CEB214Message: RELEASED,
  CEB304Message: ENTERED,
  CEB312Message: ENTERED,
  CEB404Message: ENTERED,
  CEB412Message: ENTERED,
  CEB512Message: ENTERED,
  CEB514Message: ENTERED,
  CEB604Message: RELEASED,
  CEB608Message: ENTERED,
  CEB622Message: RELEASED,
};

/** Minutes between a paper and its receipt. */
const LATER = 15;

/**
 * The receipt to a paper: what it shares with the paper by name, the numbers E-Port and customs give, and a good
 * end.
 * @param minutes after the order at which the paper was sent.
 */
export function receiptTo<R extends Root>(
  root: R,
  story: Story,
  { head }: { readonly head: object },
  minutes: number,
): DocumentOf<R> {
  const { status, info } = OUTCOMES[root] ?? CONCLUDED;
  const tables: readonly MessageTable[] = TABLES;
  const declared = tables.find(({ answer }) => answer === root);
  const given: Fields = {
    preNo: story.preNo(preNoLetter(declared?.root ?? ''), minutes),
    invtNo: story.invtNo,
    sumNo: story.preNo('S', minutes),
    rkdNo: `${OFFICE}${story.at(minutes).slice(0, 4)}${digitsOf(story.orderNo, 10)}`,
    ...(head as Fields),
    guid: story.guid(`receipt ${root}`),
    returnStatus: status,
    returnTime: story.exactlyAt(minutes + LATER),
    returnInfo: info,
  };
  const table = tables.find((candidate) => candidate.root === root);
  const rows = table?.document.rows ?? [];
  const fields = rows.flatMap(([name]) => (given[name] === undefined ? [] : [[name, given[name]]]));
  return { head: Object.fromEntries(fields), items: [] } as unknown as DocumentOf<R>;
}

/** The answer to a waybill status that lacks its number: a message of broken structure is answered whole. */
export function formatReceipt(story: Story, sent: MessageOf<'CEB513Message'>): DocumentOf<'CEB900Message'> {
  const broken = encode(sent).replace(/<ceb:logisticsNo>[^<]*<\/ceb:logisticsNo>/, '');
  return {
    head: {
      guid: story.guid('format-receipt'),
      returnStatus: '-999999',
      returnInfo: '报文格式校验失败：LogisticsStatus[1] 缺少必填字段 logisticsNo',
      returnTime: story.exactlyAt(WHEN.signedFor + 1),
      oriCopMsgId: sent.guid,
      oriMessageType: sent.root,
      oriBizMessage: broken,
    },
    items: [],
  };
}
