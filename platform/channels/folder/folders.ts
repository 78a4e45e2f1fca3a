import { mkdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Address, type ReceivingSettings, receivingSettings } from '../address.ts';
import { ChannelError } from '../channel.ts';
import { unless } from './durable.ts';

/** The folders of a channel, absolute, and how they are read. */
export interface Folders extends ReceivingSettings {
  readonly out: string;
  readonly in: string;
  /** Where handled pieces are kept; absent: they are removed. */
  readonly done: string | undefined;
  readonly failed: string;
  /** Pause between two looks into the folder, milliseconds; changes the system tells of are seen at once. */
  readonly pollMs: number;
  /** A file is taken when it has not changed for so long, milliseconds: the other side may write it in place. */
  readonly settleMs: number;
}

/** Our own folder inside `out` and inside `in`: a rename into it never leaves the file system. */
const OWN = '.chama';

/** Where pieces are written before they get their name. */
export const writingFolder = ({ out }: Folders): string => join(out, OWN);
/** Holds one folder for each receiver with the pieces it has in hand. */
export const claimsFolder = (folders: Folders): string => join(folders.in, OWN, 'claims');
/** Holds the count of failed tries of a piece under its name. */
export const triesFolder = (folders: Folders): string => join(folders.in, OWN, 'tries');
/** A file whose time of change is the file system's own clock. */
export const clockFile = (folders: Folders): string => join(folders.in, OWN, 'clock');

const LISTENING_MS = 1000;
const SETTLED_MS = 1000;

/**
 * Reads an address such as `folder:/srv/eport?out=send&in=recv&done=archive` and makes its folders. The path itself
 * must be there: were it made, a share that is not mounted would be written to unseen.
 */
export async function openFolders(address: Address): Promise<Folders> {
  const base = resolve(decodeURIComponent(address.url.pathname));
  const under = (name: string, byDefault: string): string => resolve(base, address.text(name) ?? byDefault);
  const done = address.text('done');
  const folders: Folders = {
    out: under('out', 'out'),
    in: under('in', 'in'),
    failed: under('failed', 'failed'),
    done: done === undefined ? undefined : resolve(base, done),
    pollMs: address.number('poll', LISTENING_MS, 1),
    settleMs: address.number('settle', SETTLED_MS, 0),
    ...receivingSettings(address),
  };
  address.refuseUnknown();
  if (new Set([folders.out, folders.in, folders.failed, folders.done]).size < 4) {
    throw new ChannelError({
      zh: `目录通道 ${base} 的 out、in、failed、done 须各不相同。`,
      en: `The folders out, in, failed and done of the channel ${base} must differ from one another.`,
    });
  }
  await requireFolder(base);
  for (const folder of [folders.out, folders.in, folders.failed, folders.done]) {
    if (folder !== undefined) await make(folder);
  }
  await makeSending(folders);
  await makeReceiving(folders);
  return folders;
}

/** Makes our own folder in `out`, which somebody may have cleared away; never `out` itself. */
export async function makeSending(folders: Folders): Promise<void> {
  await stat(folders.out);
  await mkdir(writingFolder(folders), { recursive: true });
}

/** Makes our own folders in `in`; never `in` itself. */
export async function makeReceiving(folders: Folders): Promise<void> {
  await stat(folders.in);
  await mkdir(claimsFolder(folders), { recursive: true });
  await mkdir(triesFolder(folders), { recursive: true });
}

async function requireFolder(base: string): Promise<void> {
  const found = await unless(['ENOENT', 'ENOTDIR'], stat(base));
  if (found?.isDirectory()) return;
  throw new ChannelError({
    zh: `没有目录 ${base}；请建立或挂载后再启动。`,
    en: `There is no folder ${base}; make it or mount it, then start again.`,
  });
}

async function make(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (fault) {
    throw new ChannelError(
      {
        zh: `无法建立目录 ${folder}；请检查权限和空间。`,
        en: `The folder ${folder} cannot be made; check its rights and the space left.`,
      },
      fault,
    );
  }
}
