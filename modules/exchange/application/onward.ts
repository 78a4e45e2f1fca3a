import type { CebMessage } from '#ceb';
import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import type { Sender } from './handler.ts';

/** A message that has been taken in, and those of its documents that were not on file as they are. */
export interface OnwardMessage {
  readonly sender: string;
  /** Names the evidence: the bytes as they came. */
  readonly messageId: string;
  readonly receivedAt: Date;
  readonly root: string;
  readonly guid: string;
  readonly documents: readonly OnwardDocument[];
}

export interface OnwardDocument {
  /** Its place in the message, from 0. */
  readonly place: number;
  /** Business key, as the document's table makes it. */
  readonly key: string;
  readonly orderNo: string;
  readonly head: object;
}

/** Where messages go on to once they are taken in; without one the house answers for everything by itself. */
export interface Onward {
  /** Why a message could not be handed on: then it is not taken in either. */
  refusals(message: CebMessage, sender: Sender): readonly Finding[];
  /** Runs in the transaction that takes the messages in. */
  hand(client: Client, messages: readonly OnwardMessage[]): Promise<void>;
  /** Told after the commit. */
  handed(): void;
}

/** Why a document in order is not taken: who signs a message signs it whole, and it cannot be handed on in part. */
export const notInPart: Finding = {
  code: 'EXCHANGE-WHOLE',
  level: 'business',
  path: 'Signature',
  message: {
    zh: '同一报文中有其他单证未被接收；报文按企业签名整份转报，不能只转其中一部分',
    en: 'Another document of this message is refused; a message is forwarded as signed, whole or not at all',
  },
  remedy: {
    zh: '改正或去掉未被接收的单证后，整份重新签名发送',
    en: 'Mend or leave out the refused documents, sign the message again and send it whole',
  },
};
