import type { Client } from '#postgres';
import { addAnswers } from '../storage/arrivals.ts';
import { dispatchByMessage } from '../storage/dispatches.ts';
import { documentsOf } from '../storage/documents.ts';
import { type ArrivedReceipt, answerOf } from './arrived.ts';
import { type LinkPorts, linkFinding, messageIdOf } from './ports.ts';
import { apply } from './relay.ts';

const unknownMessage = linkFinding(
  'LINK-UNKNOWN-MESSAGE',
  'oriCopMsgId',
  {
    zh: '格式校验回执所指的传输报文不是本平台发出的',
    en: 'The format receipt speaks of an envelope that was not sent from here',
  },
  {
    zh: '核对 oriCopMsgId；如为本平台报文，请运营人员与海关核对',
    en: 'Check oriCopMsgId; if the message is ours, have the operator ask customs',
  },
);

/** A CEB900 speaks of a whole message, by the identity it was sent under: every document of it is sent back. */
export async function recordFormatReceipt(
  ports: LinkPorts,
  client: Client,
  arrived: ArrivedReceipt,
): Promise<(() => void)[]> {
  const { agency } = ports;
  const { receipt, returnStatus, returnTime, arrivedAt } = arrived;
  const { oriCopMsgId = '', returnInfo = '' } = receipt.fields;
  const messageId = messageIdOf(oriCopMsgId);
  const dispatch = messageId && (await dispatchByMessage(client, agency, messageId));
  const answer = answerOf(arrived);
  if (!dispatch) {
    const findings = [...receipt.findings, unknownMessage];
    const unmatched = { ...answer, standing: 'unmatched' as const, findings };
    await addAnswers(client, agency, [{ ...unmatched, sender: null, messageId: null }]);
    return [];
  }
  const documents = await documentsOf(client, agency, dispatch);
  await addAnswers(client, agency, [
    {
      ...answer,
      standing: 'taken',
      findings: receipt.findings,
      sender: dispatch.sender,
      messageId: dispatch.messageId,
    },
  ]);
  await ports.addReceipts(client, [
    {
      recipient: dispatch.sender,
      type: 'CEB900',
      orderNo: null,
      ...{ returnStatus, returnTime, returnInfo },
      body: {
        guid: receipt.fields.guid ?? dispatch.messageId.toUpperCase(),
        oriCopMsgId: dispatch.messageId,
        oriMessageType: dispatch.root,
      },
    },
  ]);
  const answers = documents.map((document) => {
    const { key, orderNo } = document;
    const said = { returnStatus, returnTime, returnInfo, at: arrivedAt, late: false };
    return { document, answer: { key, orderNo, messageId: dispatch.messageId, ...said } };
  });
  return apply(ports, client, answers, arrivedAt);
}
