/** Names both ends use where an address gives none, as an enterprise sees them (D). */
const NAMES = {
  folder: { out: 'out', in: 'in' },
  queue: { out: 'to-customs', in: 'from-customs' },
} as const;

/** The address of the other end of a channel: what goes out there comes in here. Not an address: as it is. */
export function otherEnd(theirs: string): string {
  if (!URL.canParse(theirs)) return theirs;
  const url = new URL(theirs);
  const names = url.protocol === 'folder:' ? NAMES.folder : NAMES.queue;
  const given = { out: url.searchParams.get('out') || names.out, in: url.searchParams.get('in') || names.in };
  url.searchParams.set('out', given.in);
  url.searchParams.set('in', given.out);
  return url.href;
}
