import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { zstdCompress } from 'node:zlib';
import { NotReadyError, type Piece } from '#channels';
import { type Client, isConflict } from '#postgres';
import { keepArrivals } from '../storage/arrivals.ts';
import { recordReceipts } from './answers.ts';
import type { LinkPorts, Opened } from './ports.ts';
import { recordResponses } from './responses.ts';

const compress = promisify(zstdCompress);

/** Two servers that meet on one document part at the next try. */
const mostTries = 5;
/** Pieces in one transaction at most (D). */
const batchLimit = 100;

/** A piece that has been looked at and waits to be recorded. */
interface Waiting {
  readonly name: string;
  readonly digest: Buffer;
  readonly content: Promise<Buffer>;
  readonly opened: Opened;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Takes in what comes from an agency: a piece is kept, read, matched, recorded and relayed in one transaction, or not
 * at all; one that comes again has been taken in. What arrives while one transaction runs forms the next.
 */
export class Arrivals {
  readonly #ports: LinkPorts;
  readonly #queue: Waiting[] = [];
  #running = false;

  constructor(ports: LinkPorts) {
    this.#ports = ports;
  }

  /** Resolves when the piece is on file with everything that follows from it. */
  take({ name, bytes }: Piece): Promise<void> {
    // Compressed beside the main thread while it waits its turn, in the order in which pieces came.
    const content = compress(bytes);
    const opened = this.#ports.mail.open(bytes);
    const digest = createHash('sha256').update(bytes).digest();
    return new Promise<void>((resolve, reject) => {
      this.#queue.push({ name, digest, content, opened, resolve, reject });
      void this.#pump();
    });
  }

  async #pump(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    while (this.#queue.length > 0) await this.#settle(this.#queue.splice(0, batchLimit));
    this.#running = false;
  }

  async #settle(batch: readonly Waiting[]): Promise<void> {
    try {
      await this.#attempt(batch);
      for (const { resolve } of batch) resolve();
    } catch (error) {
      if (isAway(error)) {
        for (const { reject } of batch) reject(new NotReadyError(error));
      } else if (batch.length > 1) {
        // One piece that cannot be recorded must not keep the others of its batch out.
        for (const waiting of batch) await this.#settle([waiting]);
      } else {
        this.#ports.fault(error);
        batch[0]?.reject(error);
      }
    }
  }

  async #attempt(batch: readonly Waiting[]): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        const afterwards = await this.#ports.database.transaction((client) =>
          takeIn(this.#ports, client, batch),
        );
        for (const act of afterwards) act();
        return;
      } catch (error) {
        if (!isConflict(error) || tries === mostTries) throw error;
      }
    }
  }
}

async function takeIn(
  ports: LinkPorts,
  client: Client,
  batch: readonly Waiting[],
): Promise<readonly (() => void)[]> {
  const arrivedAt = ports.now();
  const distinct = [...new Map(batch.map((one) => [one.digest.toString('hex'), one])).values()];
  const kept = await keepArrivals(
    client,
    ports.agency,
    await Promise.all(
      distinct.map(async ({ name, digest, content, opened: { kind, findings } }) => {
        // A name longer than any medium gives is cut; it is for people only.
        const kept = { digest, arrivedAt, kind, findings, name: name.slice(0, 255) };
        return { ...kept, content: await content };
      }),
    ),
  );
  const fresh = distinct.filter(({ digest }) => kept.has(digest.toString('hex')));
  const receipts = fresh.flatMap(({ opened, digest }) =>
    opened.kind === 'receipts'
      ? opened.receipts.map((receipt, place) => ({ receipt, place, arrival: digest }))
      : [],
  );
  const responses = fresh.flatMap(({ opened }) => (opened.kind === 'response' ? opened.responses : []));
  return [
    ...(await recordReceipts(ports, client, receipts, arrivedAt)),
    ...(await recordResponses(ports, client, responses, arrivedAt)),
  ];
}

/** The database cannot be reached, or is shutting down or starting: nothing is wrong with the piece. */
function isAway(error: unknown): boolean {
  const { code } = error as { code?: string };
  if (code === undefined) return error instanceof Error && /connect|terminat/i.test(error.message);
  return /^(08|53|57P)/.test(code) || /^E(CONN|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND|AI_AGAIN)/.test(code);
}
