import type { Finding } from '#kernel';
import type { DocumentHandler, Sender } from './handler.ts';

/** A document that exists already, as far as it tells who has a right over it. */
export interface Owned {
  /** Customs code of the enterprise that sent it. */
  readonly sender: string;
  /** Its head, or the fields of it that name enterprises with a right over it. */
  readonly parties: object;
}

/**
 * Whether a document is none of this sender's business: it did not send it and has no right by the codes in it.
 * What the sender writes into its own document gives it no right over the one on file.
 */
export function isStranger(handler: DocumentHandler, owned: Owned, sender: Sender): boolean {
  return owned.sender !== sender.customsCode && handler.mayNotSend(owned.parties, sender) !== undefined;
}

/** Why a stranger's document is refused, whatever it wants; says nothing of the document on file. */
export const strangersFinding: Finding = {
  code: 'EXCHANGE-RIGHT',
  level: 'business',
  path: 'orderNo',
  message: {
    zh: '该业务编号的单证由其他企业报送，本企业无权变更、删除或重新报送',
    en: 'The document of this number is another enterprise’s: yours may not change, delete or resubmit it',
  },
  remedy: {
    zh: '核对业务编号；确需变更时，由原报送企业或单证所列有权的企业报送',
    en: 'Check the number; a change is sent by the enterprise that sent it or one entitled by the codes in it',
  },
  rule: 'R-1.11',
};
