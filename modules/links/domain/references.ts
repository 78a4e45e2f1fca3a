import { messageTables, type Root } from '#ceb';

/** A number by which an agency's receipts name a document. */
export interface Reference {
  readonly root: string;
  readonly field: string;
  readonly value: string;
}

/** Fields of a document, in the standard's names. */
export type Fields = Readonly<Record<string, string>>;

/**
 * The numbers that name a document in its receipts (standard §3), by what is declared. The guid is none of them: the
 * E-Port gives a receipt one of its own. preNo and invtNo are learned from the first receipts of a list.
 */
const numbers: Readonly<Record<string, readonly string[]>> = {
  CEB311Message: ['orderNo'],
  CEB411Message: ['payTransactionId'],
  CEB511Message: ['logisticsNo'],
  CEB621Message: ['copNo', 'orderNo'],
  CEB303Message: ['orderNo'],
  CEB403Message: ['payNo', 'orderNo'],
  CEB505Message: ['logisticsNo'],
  CEB603Message: ['copNo', 'orderNo'],
  CEB507Message: ['copNo'],
  CEB509Message: ['copNo'],
  CEB607Message: ['copNo'],
};

/** Numbers that customs or the E-Port gives to a list. */
const issued: Readonly<Record<string, readonly string[]>> = {
  CEB621Message: ['preNo', 'invtNo'],
  CEB603Message: ['preNo', 'invtNo'],
  CEB507Message: ['preNo'],
  CEB509Message: ['preNo'],
  CEB607Message: ['preNo'],
};

/** What customs pushes without being asked, and the declaration it speaks of. */
const pushes: Readonly<Record<string, string>> = { CEB816: 'CEB621Message', CEB818: 'CEB621Message' };

/** The declaration a receipt answers: CEB622 answers CEB621Message. */
export function answeredRoot(type: string): string | undefined {
  const root = pushes[type] ?? `CEB${Number(type.slice(3)) - 1}Message`;
  return root in numbers ? root : undefined;
}

/** The numbers a document has when it is handed on. */
export function referencesOf(root: string, head: Fields): Reference[] {
  return present(root, numbers[root] ?? [], head);
}

/** The numbers a receipt of it brings. */
export function learnedFrom(root: string, receipt: Fields): Reference[] {
  return present(root, issued[root] ?? [], receipt);
}

/** The numbers by which a receipt names its document; refusals of lists often carry the order number in their text alone. */
export function namesIn(root: string, receipt: Fields): Reference[] {
  const told = { ...orderNoIn(receipt.returnInfo ?? ''), ...receipt };
  return present(root, [...(numbers[root] ?? []), ...(issued[root] ?? [])], told);
}

/** Twice the longest number of the standard (D). What is longer names nothing, and the database could not look it up. */
const longestNumber = 160;

function present(root: string, fields: readonly string[], record: Fields): Reference[] {
  return fields.flatMap((field) => {
    const value = record[field]?.trim();
    return value && value.length <= longestNumber ? [{ root, field, value }] : [];
  });
}

/** `…[电商企业编码：4401962010订单编号：124183351885]`, as the E-Port writes it. */
function orderNoIn(info: string): { readonly orderNo?: string } {
  const orderNo = /订单编号[：:]\s*([^\]］\s,，;；]{1,60})/.exec(info)?.[1];
  return orderNo === undefined ? {} : { orderNo };
}

/** Fields of a head that its receipts repeat: what a receipt says of them must agree. */
export function namedFields(root: string, head: Fields): Fields {
  const receipt = messageTables[`CEB${Number(root.slice(3, 6)) + 1}Message` as Root];
  const repeated = receipt.groups.flatMap(({ fields }) => fields.map(({ name }) => name));
  const names = new Set([...repeated, 'orderNo', ...(numbers[root] ?? [])]);
  for (const name of ['guid', ...(issued[root] ?? [])]) names.delete(name);
  return Object.fromEntries(
    [...names].flatMap((name) => (head[name] === undefined ? [] : [[name, String(head[name])]])),
  );
}
