/** Papers that are written by hand, and the message each goes as. */
export const roots = {
  order: 'CEB311Message',
  payment: 'CEB411Message',
  waybill: 'CEB511Message',
  declaration: 'CEB621Message',
} as const;

export type PaperKind = keyof typeof roots;
