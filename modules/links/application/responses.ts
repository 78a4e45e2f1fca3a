import { record } from '#journal';
import type { Client } from '#postgres';
import { faultPauseMs } from '../domain/patience.ts';
import { dispatchByMessage, markFailed, noteFault } from '../storage/dispatches.ts';
import { documentsOf, type HandedDocument } from '../storage/documents.ts';
import { type LinkPorts, messageIdOf, type NetworkResponse } from './ports.ts';
import { type AnswerTo, apply } from './relay.ts';

/** 4 发送海关失败: it has not come to customs. */
const notSent = '4';

/** 3001 to 3999 are troubles of the network itself: the same message may go through later. */
const isPassing = (code: string): boolean => /^0*3\d{3}$/.test(code);
const isError = (code: string): boolean => !/^0*$/.test(code);

/**
 * What the network says of messages it was handed. One it refuses has failed, and its sender is told that it has not
 * come to the agency; one it cannot deliver just now is sent again.
 */
export async function recordResponses(
  ports: LinkPorts,
  client: Client,
  responses: readonly NetworkResponse[],
  at: Date,
): Promise<(() => void)[]> {
  const afterwards: (() => void)[] = [];
  for (const response of responses.filter(({ code }) => isError(code)))
    afterwards.push(...(await recordRefusal(ports, client, response, at)));
  return afterwards;
}

async function recordRefusal(
  ports: LinkPorts,
  client: Client,
  { copMsgId, code, info }: NetworkResponse,
  at: Date,
): Promise<(() => void)[]> {
  const { agency, patience } = ports;
  const messageId = messageIdOf(copMsgId);
  const dispatch = messageId && (await dispatchByMessage(client, agency, messageId));
  // What has been answered has come, whatever the network says of a second try.
  if (!dispatch || dispatch.state === 'answered' || dispatch.state === 'failed') return [];
  const fault = `[Code:${code};Desc:${info}]`;
  if (isPassing(code)) {
    const dueAt = new Date(at.getTime() + faultPauseMs(patience, dispatch.faults + 1));
    await noteFault(client, agency, dispatch, fault, dueAt);
    return [];
  }
  const documents = await documentsOf(client, agency, dispatch);
  const answers = documents.map((document) => notSentAnswer(ports, document, fault, at));
  await ports.addReceipts(
    client,
    answers.map(({ document, answer }) => ({
      recipient: document.sender,
      type: `CEB${Number(document.root.slice(3, 6)) + 1}`,
      orderNo: document.orderNo,
      returnStatus: answer.returnStatus,
      returnTime: answer.returnTime,
      returnInfo: answer.returnInfo,
      body: { guid: dispatch.messageId.toUpperCase(), ...document.named },
    })),
  );
  const afterwards = await apply(ports, client, answers, at);
  await markFailed(client, agency, dispatch, fault);
  await record(client, [
    {
      at,
      kind: 'dispatch-failed',
      subject: `${agency}/${dispatch.messageId}`,
      body: { agency, sender: dispatch.sender, messageId: dispatch.messageId, root: dispatch.root, code },
    },
  ]);
  return afterwards;
}

function notSentAnswer(ports: LinkPorts, document: HandedDocument, fault: string, at: Date): AnswerTo {
  const { key, orderNo, messageId } = document;
  return {
    document,
    answer: {
      ...{ key, orderNo, messageId, at },
      returnStatus: notSent,
      returnTime: ports.returnTime(at),
      returnInfo: fault.slice(0, 1000),
      late: false,
    },
  };
}
