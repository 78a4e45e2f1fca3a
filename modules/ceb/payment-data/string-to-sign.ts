/** Pieces of a message as they stand in its text. */
export interface SignedPieces {
  /** A JSON string with its quotes. */
  readonly sessionID: string;
  readonly head: string;
  readonly lists: string;
  /** Digits, in quotes or not. */
  readonly serviceTime: string;
}

/**
 * The string a `realTimeDataUp` is signed over (standard §6, proved by signatures of keys in the field): the four
 * parts joined by `||`, every value in double quotes, the JSON inside not escaped and byte for byte as it is sent.
 * The notice's own text shows the JSON without quotes; customs takes it with them.
 */
export function stringToSign({ sessionID, head, lists, serviceTime }: SignedPieces): string {
  return [
    `"sessionID":${sessionID}`,
    `"payExchangeInfoHead":"${head}"`,
    `"payExchangeInfoLists":"${lists}"`,
    `"serviceTime":"${serviceTime.replace(/^"(.*)"$/, '$1')}"`,
  ].join('||');
}
