/** A DXP number on customs' side. */
export interface CustomsNode {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly source: string;
  /** `H`: practice, agreed on by several independent sources, in no official text at hand. */
  readonly confidence: 'H';
}

const SOURCE = 'practice: three independent public implementations; receipts come back with it as SenderId';

/** Who receives declarations, and sends receipts, by the direction of the message. */
export const CUSTOMS_NODES: Readonly<Record<'import' | 'export', CustomsNode>> = {
  import: {
    id: 'DXPEDCCEB0000002',
    zh: '海关跨境进口统一版',
    en: 'customs, imports',
    source: SOURCE,
    confidence: 'H',
  },
  export: {
    id: 'DXPEDCCEB0000003',
    zh: '海关跨境出口统一版',
    en: 'customs, exports',
    source: SOURCE,
    confidence: 'H',
  },
};
