import type { Client } from '#postgres';
import { type CaseFile, writeStep } from '../storage/cases.ts';
import { linesOf, lockClaims, settleClaims } from '../storage/lines.ts';
import type { HandlerPorts } from './ports.ts';
import { moveCase } from './step.ts';

/** Lets go of what a case claims of its list; nothing where it claims nothing. */
export async function freeClaims(client: Client, file: CaseFile): Promise<void> {
  if (file.kind !== 'return' || !CLAIMING.includes(file.state)) return;
  await lockClaims(client, file);
  const lines = await linesOf(client, file);
  await settleClaims(
    client,
    file,
    lines.map(({ gnum, quantity }) => ({ gnum, freed: quantity, given: '0' })),
  );
}

const CLAIMING: readonly string[] = ['accepted', 'arrived'];

/** What was accepted before is no longer, since its sender has sent it anew or withdrawn it. */
export async function letGo(
  ports: HandlerPorts,
  client: Client,
  file: CaseFile,
  { gone, at }: { readonly gone: boolean; readonly at: Date },
): Promise<void> {
  await freeClaims(client, file);
  if (!gone || ['refused', 'withdrawn', 'closed'].includes(file.state)) return;
  const { sender } = file;
  if (file.state === 'accepted') {
    await moveCase(ports, client, file, { to: 'withdrawn', by: 'sender', byWhom: sender, at });
    return;
  }
  // Nobody has judged it yet: nothing has been said of it that would have to be taken back.
  await writeStep(
    client,
    file,
    { at, toState: 'withdrawn', byWhat: 'sender', byWhom: sender, note: '', findings: [] },
    {},
  );
}
