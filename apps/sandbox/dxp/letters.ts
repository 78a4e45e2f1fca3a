import {
  CUSTOMS_NODES,
  type DxpRep,
  encode,
  encodeEnvelope,
  messageTables,
  type Root,
  type TransInfo,
  wrap,
} from '#ceb';
import type { Piece } from '#channels';
import { chinaDay, chinaStamp } from '#kernel';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** `xs:dateTime` of a moment, Beijing time without zone. */
const dateTime = (at: Date): string => {
  const stamp = chinaStamp(at.getTime());
  return stamp.replace(/^(....)(..)(..)(..)(..)(..)$/, '$1-$2-$3T$4:$5:$6');
};

/** Which node of customs speaks of a message: receipts come from the one its declaration went to. */
function nodeOf(root: string, original?: string): string {
  const known = (name: string | undefined): name is Root =>
    name !== undefined && Object.hasOwn(messageTables, name);
  const spoken = known(original) ? original : known(root) ? root : undefined;
  const direction = spoken && messageTables[spoken].direction;
  return CUSTOMS_NODES[direction === 'export' ? 'export' : 'import'].id;
}

/** A receipt in its envelope, as customs sends it; the same receipt has the same name however often it goes. */
export function receiptLetter(
  message: string,
  to: { readonly dxpId: string; readonly identity: string },
  at: Date,
): Piece {
  const [, root = ''] = /<(?:\w+:)?(CEB\d{3}Message)\b/.exec(message) ?? [];
  const [, original] = /<oriMessageType>(\w+)</.exec(message) ?? [];
  const node = nodeOf(root, original);
  const { envelope, findings } = wrap(bytesOf(message), {
    CopMsgId: to.identity,
    CreatTime: dateTime(at),
    SenderId: node,
    ReceiverIds: [to.dxpId],
  });
  if (!envelope) throw new Error(`A receipt cannot be put into its envelope: ${findings[0]?.message.en}`);
  return { name: `${root.slice(0, 6)}_${node}_${to.identity}.xml`, bytes: bytesOf(encodeEnvelope(envelope)) };
}

/** Why a message is not taken, before anybody has looked at its papers. */
export interface Objection {
  readonly status: string;
  readonly info: string;
}

/** CEB900 to a sender who is nobody's customer here, or not who he says: it goes to the node it came from. */
export function formatReceipt(
  info: TransInfo,
  content: Uint8Array,
  { status, info: text }: Objection,
  guid: string,
  at: Date,
): Piece {
  const root = /^CEB\d{3}Message$/.test(info.MsgType) ? info.MsgType : 'Unknown';
  const message = encode({
    ...{ root: 'CEB900Message', guid, version: '1.0', subscriptions: [] },
    documents: [
      {
        head: {
          ...{ guid, returnStatus: status, returnInfo: text, returnTime: chinaStamp(at.getTime(), true) },
          ...{ oriCopMsgId: info.CopMsgId, oriMessageType: root },
          oriBizMessage: new TextDecoder()
            .decode(content.subarray(0, 65_536))
            .replaceAll(/[^\t\n\r\x20-\ufffd]/g, '?'),
        },
        items: [],
      },
    ],
  });
  return receiptLetter(message, { dxpId: info.SenderId, identity: guid }, at);
}

/** Most characters of ResponseInfo by the schema; what a stranger's envelope is told of may be longer. */
const LONGEST_INFO = 300;

/** The exchange platform's answer to an envelope it cannot deliver. */
export function platformReply(info: TransInfo, code: string, text: string, at: Date): Piece {
  const ResponseInfo = [...text].slice(0, LONGEST_INFO).join('');
  const reply: DxpRep = {
    root: 'DxpRep',
    RecevierId: info.SenderId,
    Response: [{ ResponseCode: code, ResponseInfo, NoticeTime: chinaDay(at.getTime()), OriHead: info }],
  };
  const name = `DxpRep_${info.CopMsgId.replaceAll(/[^\w.-]/g, '_').slice(0, 120)}_${code}.xml`;
  return { name, bytes: bytesOf(encodeEnvelope(reply)) };
}
