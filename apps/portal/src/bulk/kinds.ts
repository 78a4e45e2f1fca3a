const kinds = ['orders', 'payments', 'waybills', 'lists', 'goods', 'purchase-invoices'] as const;
type Kind = (typeof kinds)[number];

/** The server may know kinds this page has no word for yet. */
export const kindOf = (kind: string): Kind | 'other' => kinds.find((one) => one === kind) ?? 'other';
