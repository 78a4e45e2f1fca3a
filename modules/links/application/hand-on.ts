import type { CebMessage } from '#ceb';
import type { Onward, OnwardMessage, Sender } from '#exchange';
import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import { type Fields, namedFields, referencesOf } from '../domain/references.ts';
import { addDispatches, putInOrder } from '../storage/dispatches.ts';
import { addDocuments, markAdvised, type NewDocument, overtakenBy } from '../storage/documents.ts';
import { type LinkPorts, linkFinding } from './ports.ts';

/** An address on the exchange platform has 16 characters at most, shorter than the field it is read from. */
const longestSenderId = 16;

type Ports = Pick<LinkPorts, 'agency' | 'advises' | 'now'>;

/** Hands messages on to an agency: each is put down to be sent in the transaction that takes it in. */
export function handOn(ports: Ports, handed: () => void): Onward {
  return {
    refusals: addressFindings,
    hand: (client, messages) => putDown(ports, client, messages),
    handed,
  };
}

/** The envelope names its sender by the message's dxpId: it must be the sender's own (−301008), and short enough. */
function addressFindings(message: CebMessage, sender: Sender): Finding[] {
  const dxpId = message.transfer?.dxpId ?? '';
  if (dxpId === sender.dxpId && dxpId.length <= longestSenderId) return [];
  const own = sender.dxpId ?? '';
  return [
    linkFinding(
      'LINK-SENDER-ID',
      'BaseTransfer/dxpId',
      own === ''
        ? {
            zh: `企业 ${sender.customsCode} 未登记数据交换平台编号，报文无法转报海关`,
            en: `Enterprise ${sender.customsCode} has no number on the exchange platform in the register: its messages cannot go to customs`,
          }
        : {
            zh: `传输节点编号 dxpId “${dxpId}” 不是本企业登记的 “${own}”，或超过 ${longestSenderId} 位（-301008）`,
            en: `dxpId "${dxpId}" is not "${own}", which is registered for the enterprise, or has more than ${longestSenderId} characters (-301008)`,
          },
      {
        zh: '填写数据交换平台分配给本企业的编号；未登记的请运营人员登记企业的 dxpId',
        en: 'Give the number the exchange platform has assigned to the enterprise; where it is not registered have the operator enter its dxpId',
      },
    ),
  ];
}

async function putDown(ports: Ports, client: Client, messages: readonly OnwardMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const { agency } = ports;
  const documents = messages.flatMap((message) => documentsOf(ports, message));
  const waiting = new Set(documents.filter(({ unadvised }) => unadvised).map(({ messageId }) => messageId));
  await addDispatches(
    client,
    agency,
    messages.map(({ sender, messageId, root, guid, receivedAt }) => ({
      ...{ sender, messageId, root, guid },
      madeAt: receivedAt,
      unadvised: waiting.has(messageId),
    })),
  );
  await addDocuments(client, agency, documents);
  const overtaken = await overtakenBy(client, agency, documents);
  if (overtaken.length > 0) await markAdvised(client, agency, ports.now(), overtaken);
  await putInOrder(
    client,
    agency,
    messages.map(({ messageId }) => messageId),
  );
}

function documentsOf(ports: Ports, message: OnwardMessage): NewDocument[] {
  const { sender, messageId, root } = message;
  return message.documents.map(({ place, key, orderNo, head }) => {
    const fields = texts(head);
    return {
      ...{ sender, messageId, place, root, orderNo, key },
      named: namedFields(root, fields),
      unadvised: ports.advises(root, head),
      references: referencesOf(root, fields),
    };
  });
}

function texts(head: object): Fields {
  const present = Object.entries(head).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present.map(([name, value]) => [name, String(value)]));
}
