/** Limits and times of bulk files on one day, from `contracts/parameters.csv`. */
export interface BulkParameters {
  readonly mostFileBytes: number;
  /** Bytes of an enterprise's files that are not settled yet. */
  readonly mostKeptBytes: number;
  /** Files of an enterprise that are not settled yet. */
  readonly mostOpenFiles: number;
  readonly mostRows: number;
  readonly mostColumns: number;
  readonly mostCellCharacters: number;
  readonly mostUnfoldedBytes: number;
  readonly mostUnfolding: number;
  readonly mostSharedTextBytes: number;
  /** Bad documents after which reading stops. */
  readonly mostBad: number;
  /** Notes in a workbook of errors; what is beyond stands in its column only. */
  readonly mostNotes: number;
  /** An upload nobody goes on with is removed after so long. */
  readonly uploadMs: number;
  /** What was read and not taken is kept so long. */
  readonly keepMs: number;
  /** Messages of others waiting for their commit above which bulk files wait. */
  readonly mostWaiting: number;
  /** Files a server reads at once, and hands in at once. */
  readonly readingLanes: number;
  readonly handingLanes: number;
}

/**
 * Reads the parameters of a day.
 * @param value the value of a key on that day
 * @throws RangeError when one is missing or no number: the table of parameters is not sound
 */
export function bulkParameters(value: (key: string) => string | undefined): BulkParameters {
  const whole = (name: string): number => {
    const number = Number(value(`bulk.${name}`) ?? Number.NaN);
    if (!Number.isSafeInteger(number) || number <= 0)
      throw new RangeError(`the parameter bulk.${name} is no whole number above zero`);
    return number;
  };
  return {
    mostFileBytes: whole('most_file_bytes'),
    mostKeptBytes: whole('most_kept_bytes'),
    mostOpenFiles: whole('most_open_files'),
    mostRows: whole('most_rows'),
    mostColumns: whole('most_columns'),
    mostCellCharacters: whole('most_cell_characters'),
    mostUnfoldedBytes: whole('most_unfolded_bytes'),
    mostUnfolding: whole('most_unfolding'),
    mostSharedTextBytes: whole('most_shared_text_bytes'),
    mostBad: whole('most_bad'),
    mostNotes: whole('most_notes'),
    uploadMs: whole('upload_hours') * 3_600_000,
    keepMs: whole('keep_days') * 86_400_000,
    mostWaiting: whole('most_waiting'),
    readingLanes: whole('reading_lanes'),
    handingLanes: whole('handing_lanes'),
  };
}
