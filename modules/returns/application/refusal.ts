import type { Finding } from '#kernel';
import type { Client } from '#postgres';
import type { CaseFile } from '../storage/cases.ts';
import type { ReturnsPorts } from './ports.ts';
import { moveCase } from './step.ts';
import { freeClaims } from './withdrawal.ts';

/** Refuses a case that is held still, and lets go of what it claims. */
export async function refuse(
  ports: ReturnsPorts,
  client: Client,
  file: CaseFile,
  said: {
    readonly by: 'officer' | 'rules';
    readonly byWhom: string;
    readonly findings: readonly Finding[];
    readonly note?: string;
  },
): Promise<void> {
  await freeClaims(client, file);
  await moveCase(ports, client, file, { ...said, to: 'refused', at: ports.now() });
}
