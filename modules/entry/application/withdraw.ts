import type { EnterpriseCaller } from '#access';
import { changedMeanwhile } from '#http';
import type { HandedIn } from '../http/schemas.ts';
import { handIn, newGuid } from './hand-in.ts';
import { handedIn } from './handed-in.ts';
import { type ListKey, listOnFile } from './list-on-file.ts';
import type { EntryPorts } from './ports.ts';
import { appTimeAfter } from './writing.ts';

/**
 * Withdraws a list, as a message with appType 3 does.
 * @param seen `guid` of the version whoever withdraws it has seen
 * @throws Problem LIST-NOT-FOUND; CHANGED-MEANWHILE where another version is on file
 */
export async function withdrawList(
  ports: EntryPorts,
  caller: EnterpriseCaller,
  key: ListKey,
  { seen, reason }: { readonly seen: string; readonly reason: string },
): Promise<HandedIn> {
  const { loaded } = await listOnFile(ports.database.readers, caller.customsCode, key);
  const { head, items } = loaded.document;
  const onFile = head as { readonly guid: string; readonly appTime: string };
  if (onFile.guid !== seen) throw changedMeanwhile();
  const withdrawal = {
    ...head,
    guid: newGuid(),
    appType: '3',
    appTime: appTimeAfter(onFile.appTime, ports.now()),
  };
  const answer = await handIn(ports, caller, {
    ...{ kind: 'declaration', document: { head: withdrawal, items }, reason },
  });
  return handedIn(answer);
}
