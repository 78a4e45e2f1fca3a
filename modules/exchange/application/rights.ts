import type { Finding } from '#kernel';
import type { ActsFor, DocumentHandler, Sender } from './handler.ts';

/** A document that exists already, as far as it tells who has a right over it. */
export interface Owned {
  /** Its head, or the fields of it that name enterprises with a right over it. */
  readonly parties: object;
}

/** That a sender may hand a document in: in its own right, or by delegation of another; or why it may not. */
export type Right =
  | { readonly may: true; readonly sentFor: string | undefined }
  | { readonly may: false; readonly finding: Finding };

/**
 * By what right a sender hands a document in. A delegate may do what its principal may, for the kinds delegated, and
 * no more: the principal is asked for by the codes in the document, and then judged by the same rule as if it sent.
 */
export function rightOver(handler: DocumentHandler, head: object, sender: Sender): Right {
  const own = handler.mayNotSend(head, sender);
  if (own === undefined) return { may: true, sentFor: undefined };
  let lapsed: Finding | undefined;
  for (const field of handler.table.shape.parties) {
    const principal = sender.actsFor?.get(String((head as Readonly<Record<string, unknown>>)[field]));
    if (!principal || handler.mayNotSend(head, principal.principal) !== undefined) continue;
    const why = principal.roots.get(handler.root);
    if (why === null) return { may: true, sentFor: principal.principal.customsCode };
    lapsed ??= lapse(handler, field, principal);
  }
  return { may: false, finding: lapsed ?? own };
}

/**
 * Whether a document is none of this sender's business: it has no right by the codes in it, neither its own nor by
 * delegation. What it writes into its own document gives it no right over the one on file, nor does having sent that
 * one: who sent it for a principal loses it with the delegation.
 */
export function isStranger(handler: DocumentHandler, owned: Owned, sender: Sender): boolean {
  return !rightOver(handler, owned.parties, sender).may;
}

/** Why a delegate may not send this for its principal: not delegated, or not now. */
function lapse({ root, name }: DocumentHandler, path: string, { principal, roots }: ActsFor): Finding {
  const why = roots.get(root) ?? {
    zh: `未委托报送${name.zh}`,
    en: `it is not for documents of this kind (${name.en})`,
  };
  return {
    code: 'EXCHANGE-DELEGATION',
    level: 'business',
    path,
    message: {
      zh: `${principal.name}（${principal.customsCode}）的委托不适用：${why.zh}`,
      en: `The delegation by ${principal.customsCode} does not cover this: ${why.en}`,
    },
    remedy: {
      zh: '查看收到的委托（GET /api/delegations）；请委托企业新建委托并接受，或由其自行报送',
      en: 'See the delegations received (GET /api/delegations); have the enterprise delegate anew and accept it, or let it send itself',
    },
    rule: 'R-1.11',
  };
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
