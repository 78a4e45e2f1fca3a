import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type CertificateFacts, readCertificate } from '../../portable/certificate.ts';
import { pemBlocks } from '../../portable/pem.ts';
import { type RevocationList, readRevocationList } from '../../portable/revocation-list.ts';
import type { PinnedCertificate, TrustMaterial } from '../../portable/trust.ts';

/** Folders inside a trust folder. Under `pinned` lies one for each enterprise, named by its code, or `any`. */
export const TRUST_KINDS = ['roots', 'intermediates', 'revocations', 'pinned'] as const;
export type TrustKind = (typeof TRUST_KINDS)[number];

/** Under `pinned`: trusted for the enterprise its subject names. */
export const ANY_OWNER = 'any';

/** Largest file read; revocation lists are the large ones. A design limit (D). */
const MOST_BYTES = 16 * 1024 * 1024;

/** One thing trusted, and the file it stands in. */
export type TrustEntry =
  | {
      readonly file: string;
      readonly kind: Exclude<TrustKind, 'revocations'>;
      readonly certificate: CertificateFacts;
      readonly owner?: string;
    }
  | { readonly file: string; readonly kind: 'revocations'; readonly list: RevocationList };

/** What a trust folder holds, and the files in it that cannot be read as what they should be. */
export interface TrustFolder {
  readonly entries: readonly TrustEntry[];
  readonly unreadable: readonly string[];
}

/** Reads a trust folder: PEM files (several blocks each) and DER files. A folder that is not there is empty. */
export async function readTrustFolder(folder: string): Promise<TrustFolder> {
  const entries: TrustEntry[] = [];
  const unreadable: string[] = [];
  for (const file of await filesOf(folder)) {
    const found = await entriesIn(folder, file);
    if (found.length === 0) unreadable.push(file);
    entries.push(...found);
  }
  return { entries, unreadable };
}

/** The entries sorted for verification. */
export function materialOf(entries: readonly TrustEntry[]): TrustMaterial {
  const certificates = (kind: TrustKind): CertificateFacts[] =>
    entries.flatMap((entry) => (entry.kind === kind && 'certificate' in entry ? [entry.certificate] : []));
  return {
    roots: certificates('roots'),
    intermediates: certificates('intermediates'),
    revocations: entries.flatMap((entry) => ('list' in entry ? [entry.list] : [])),
    pinned: pinnedIn(entries),
  };
}

/** A certificate may lie in the folders of several enterprises. */
function pinnedIn(entries: readonly TrustEntry[]): PinnedCertificate[] {
  const pinned = new Map<string, { certificate: CertificateFacts; owners: string[] }>();
  for (const entry of entries) {
    if (entry.kind !== 'pinned') continue;
    const digest = fingerprint(entry.certificate.der);
    const one = pinned.get(digest) ?? { certificate: entry.certificate, owners: [] };
    if (entry.owner !== undefined && entry.owner !== ANY_OWNER) one.owners.push(entry.owner);
    pinned.set(digest, one);
  }
  return [...pinned.values()];
}

/** SHA-256 of a certificate, hexadecimal. */
export function fingerprint(der: Uint8Array): string {
  return createHash('sha256').update(der).digest('hex');
}

/** What changes when any file of the folder does: paths, sizes and times. */
export async function stateOf(folder: string): Promise<string> {
  const states = await Promise.all(
    (await filesOf(folder)).map(async (file) => {
      const { size, mtimeMs, ino } = await stat(join(folder, file));
      return `${file} ${size} ${mtimeMs} ${ino}`;
    }),
  );
  return states.join('\n');
}

/** Files two levels down for pinned certificates and one for the rest, hidden and unfinished ones left out. */
async function filesOf(folder: string): Promise<string[]> {
  const lists = await Promise.all(
    TRUST_KINDS.map(async (kind) => {
      const found = await readdir(join(folder, kind), {
        recursive: kind === 'pinned',
        withFileTypes: true,
      }).catch((fault: NodeJS.ErrnoException) => {
        if (fault.code === 'ENOENT') return [];
        throw fault;
      });
      return found
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.replace(/\/+$/, '').length + 1));
    }),
  );
  return lists.flat().sort();
}

async function entriesIn(folder: string, file: string): Promise<TrustEntry[]> {
  const path = join(folder, file);
  if ((await stat(path)).size > MOST_BYTES) return [];
  const [kind, owner] = file.split(/[\\/]/) as [TrustKind, string];
  return valuesIn(await readFile(path)).flatMap((value): TrustEntry[] => {
    if (kind === 'revocations') {
      const list = readRevocationList(value);
      return list ? [{ file, kind, list }] : [];
    }
    const certificate = readCertificate(value);
    return certificate ? [{ file, kind, certificate, ...(kind === 'pinned' ? { owner } : {}) }] : [];
  });
}

/** DER values of a file: the blocks of a PEM text, or the file itself. */
export function valuesIn(bytes: Buffer): Uint8Array[] {
  const blocks = pemBlocks(bytes.toString('latin1')).filter(({ label }) =>
    /^(CERTIFICATE|X509 CRL)$/.test(label),
  );
  return blocks.length > 0 ? blocks.map((block) => block.bytes) : [new Uint8Array(bytes)];
}
