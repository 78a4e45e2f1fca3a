/** Bounds of a reading; each has a default, and all defaults are design decisions (D), not the standard's. */
export interface DecodeLimits {
  /** Largest message in bytes. Default 16 MiB: 100 documents of 99 items with every field full come to less. */
  readonly mostBytes?: number;
  /** Elements inside one another. Default 256, the bound of libxml2. */
  readonly deepest?: number;
  /** Findings reported before reading stops. Default 1,000. */
  readonly mostFindings?: number;
}

export interface DecodeOptions extends DecodeLimits {
  /** Takes a message without the signature its schema asks for: one that has not been signed yet. */
  readonly unsigned?: boolean;
}

export const DEFAULT_LIMITS: Required<DecodeLimits> = {
  mostBytes: 16 * 1024 * 1024,
  deepest: 256,
  mostFindings: 1000,
};
