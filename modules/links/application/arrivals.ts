import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { NotReadyError, type Piece } from '#channels';
import { type Client, isConflict } from '#postgres';
import { keepArrival } from '../storage/arrivals.ts';
import { recordReceipts } from './answers.ts';
import type { LinkPorts } from './ports.ts';
import { recordResponses } from './responses.ts';

const compress = promisify(zstdCompress);

/** Two servers that meet on one document part at the next try. */
const mostTries = 5;

/**
 * Takes in what comes from an agency: a piece is kept, read, matched, recorded and relayed in one transaction, or not
 * at all; one that comes again has been taken in.
 */
export function arrivalsOf(ports: LinkPorts): (piece: Piece) => Promise<void> {
  return async (piece) => {
    const content = await compress(piece.bytes);
    for (let tries = 1; ; tries += 1) {
      try {
        const afterwards = await ports.database.transaction((client) =>
          takeIn(ports, client, piece, content),
        );
        for (const act of afterwards) act();
        return;
      } catch (error) {
        if (isAway(error)) throw new NotReadyError(error);
        if (isConflict(error) && tries < mostTries) continue;
        ports.fault(error);
        throw error;
      }
    }
  };
}

async function takeIn(
  ports: LinkPorts,
  client: Client,
  piece: Piece,
  content: Buffer,
): Promise<readonly (() => void)[]> {
  const opened = ports.mail.open(piece.bytes);
  const arrivedAt = ports.now();
  const digest = createHash('sha256').update(piece.bytes).digest();
  const { kind, findings } = opened;
  // A name longer than any medium gives is cut; it is for people only.
  const arrival = { digest, arrivedAt, kind, findings, content, name: piece.name.slice(0, 255) };
  if (!(await keepArrival(client, ports.agency, arrival))) return [];
  if (opened.kind === 'receipts')
    return recordReceipts(ports, client, opened.receipts, { digest, arrivedAt });
  if (opened.kind === 'response') return recordResponses(ports, client, opened.responses, arrivedAt);
  return [];
}

/** The database cannot be reached, or is shutting down or starting: nothing is wrong with the piece. */
function isAway(error: unknown): boolean {
  const { code } = error as { code?: string };
  if (code === undefined) return error instanceof Error && /connect|terminat/i.test(error.message);
  return /^(08|53|57P)/.test(code) || /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND|AI_AGAIN)/.test(code);
}
