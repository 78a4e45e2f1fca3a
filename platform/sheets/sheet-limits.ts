/** How far a file is followed; whoever reads says so, as each of them costs memory or time. */
export interface SheetLimits {
  readonly mostRows: number;
  /** Cells of one row. */
  readonly mostColumns: number;
  readonly mostCellCharacters: number;
  /** Bytes a workbook may unfold to, all its parts that are read taken together. */
  readonly mostUnfoldedBytes: number;
  /** How many times its size a part of a workbook may unfold to. */
  readonly mostUnfolding: number;
  /** Bytes of the texts a workbook keeps apart from its cells; they are held in memory. */
  readonly mostSharedTextBytes: number;
}
