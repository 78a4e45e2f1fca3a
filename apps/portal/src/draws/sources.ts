import { answerOf, client } from '../api/client.ts';
import type { DrawRecord } from './recompute.ts';

/** A draw that was committed to. */
export interface CommittedDraw {
  /** Names it among those of its source. */
  readonly key: string;
  readonly purpose: string;
  readonly seedDigest: string;
  readonly committedAt: string;
  /** Where it was committed to as well; else each part has its own. */
  readonly rate?: string | undefined;
}

/** What is drawn among by one rate. */
export interface DrawPart {
  readonly key: string;
  readonly candidates: readonly string[];
  readonly record: DrawRecord;
}

/** With all that is needed to draw again, once it is over: no parts before. */
export interface WholeDraw extends CommittedDraw {
  readonly over: boolean;
  readonly parts: readonly DrawPart[];
}

interface DrawsPage {
  /** The latest first. */
  readonly draws: readonly CommittedDraw[];
  readonly next?: string | undefined;
}

/** Where draws come from: how its commitments are read, and one of them whole. */
interface DrawSource {
  readonly page: (cursor: string, signal: AbortSignal) => Promise<DrawsPage>;
  readonly one: (key: string, signal: AbortSignal) => Promise<WholeDraw>;
}

const pageOf = (cursor: string, limit = 20) => ({ limit, ...(cursor === '' ? {} : { cursor }) });

/** Every part of a day of draws at release, page by page. */
async function batchesOf(day: string, signal: AbortSignal): Promise<DrawPart[]> {
  const parts: DrawPart[] = [];
  let cursor = '';
  do {
    const params = { path: { day }, query: pageOf(cursor, 50) };
    const { batches, next = '' } = await answerOf(
      client.GET('/api/sampling/draws/{day}/batches', { signal, params }),
    );
    parts.push(...batches.map(({ batchNo, candidates, record }) => ({ key: batchNo, candidates, record })));
    cursor = next;
  } while (cursor !== '');
  return parts;
}

const gate: DrawSource = {
  page: async (cursor, signal) => {
    const params = { query: pageOf(cursor) };
    const { draws, next } = await answerOf(client.GET('/api/gate/draws', { signal, params }));
    return { draws: draws.map((draw) => ({ ...draw, key: draw.day })), next };
  },
  one: async (day, signal) => {
    const params = { path: { day } };
    const { record, candidates, ...committed } = await answerOf(
      client.GET('/api/gate/draws/{day}', { signal, params }),
    );
    const parts = record ? [{ key: day, candidates, record }] : [];
    return { ...committed, key: day, over: record !== undefined, parts };
  },
};

const release: DrawSource = {
  page: async (cursor, signal) => {
    const params = { query: pageOf(cursor) };
    const { draws, next } = await answerOf(client.GET('/api/sampling/draws', { signal, params }));
    return { draws: draws.map((draw) => ({ ...draw, key: draw.day })), next };
  },
  one: async (day, signal) => {
    const params = { path: { day } };
    const { seed, ...committed } = await answerOf(
      client.GET('/api/sampling/draws/{day}', { signal, params }),
    );
    const parts = seed === undefined ? [] : await batchesOf(day, signal);
    return { ...committed, key: day, over: seed !== undefined, parts };
  },
};

/** Every kind of draw there is; one more is one more entry here and its name in the texts (`draws.sources`). */
export const sources = { gate, release } as const;

export type SourceName = keyof typeof sources;
export const sourceNames = Object.keys(sources) as SourceName[];

/** What is open: which kind of draw, and which one. */
export interface DrawsSearch {
  readonly of?: SourceName;
  readonly draw?: string;
}
