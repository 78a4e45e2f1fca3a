import { useSyncExternalStore } from 'react';
import { ProblemError } from '../api/client.ts';
import { sendPart } from './queries.ts';

/** An upload of this tab: it goes on while one looks at other pages. */
export interface Upload {
  readonly sent: number;
  /** Why it stands still, until it is told to go on. */
  readonly error?: unknown;
}

/** Bytes of one part: a moment's work even on a slow line, so that little is sent again. */
const partBytes = 1024 * 1024;
const mostTries = 5;
const pauseMs = 1_000;

const uploads = new Map<string, Upload>();
const listeners = new Set<() => void>();

function put(fileId: string, upload: Upload | undefined): void {
  if (upload) uploads.set(fileId, upload);
  else uploads.delete(fileId);
  for (const listener of listeners) listener();
}

/** The upload of a file in this tab; undefined when there is none. */
export function useUpload(fileId: string): Upload | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => uploads.get(fileId),
  );
}

/** Sends a file from a place on, part by part; what fails on the way is tried again, and at last told of. */
export async function uploadFrom(fileId: string, file: Blob, from: number): Promise<void> {
  const under = uploads.get(fileId);
  if (under && under.error === undefined) return;
  put(fileId, { sent: from });
  window.addEventListener('beforeunload', warn);
  try {
    for (let at = from; at < file.size; ) {
      at = await sendPatiently(fileId, at, file.slice(at, at + partBytes));
      put(fileId, { sent: at });
    }
    put(fileId, undefined);
  } catch (error) {
    put(fileId, { sent: uploads.get(fileId)?.sent ?? from, error });
  } finally {
    if ([...uploads.values()].every(({ error }) => error !== undefined))
      window.removeEventListener('beforeunload', warn);
  }
}

async function sendPatiently(fileId: string, offset: number, bytes: Blob): Promise<number> {
  for (let tries = 1; ; tries += 1) {
    try {
      return (await sendPart(fileId, offset, bytes)).receivedBytes;
    } catch (error) {
      // A dead line and a busy server pass; anything else the server means.
      const passing =
        error instanceof ProblemError && (error.status === 0 || error.status === 503 || error.status === 429);
      if (!passing || tries === mostTries) throw error;
      await new Promise((resolve) => setTimeout(resolve, pauseMs * tries));
    }
  }
}

/** Leaving the page would break it off; it can be gone on with, but few know. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
