import { createHash } from 'node:crypto';
import { commit } from '#draws';
import { parseDecimal } from '#kernel';
import { commitTo } from '../../modules/gate/storage/draws.ts';
import type { Platform } from './platform.ts';

const day = '2026-03-08';
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A draw of the gate that is over, in which one vehicle took part. */
export async function drawBefore({ database }: Platform): Promise<void> {
  const seed = digest(day);
  const commitment = commit(`gate ${day}`, parseDecimal('0.5'), seed, digest);
  const committedAt = new Date(`${day}T00:00:00+08:00`);
  await database.transaction((client) => commitTo(client, [{ ...commitment, day, seed, committedAt }]));
  await database.run('update gate.pass set drawn_on = $1 where pass_no = $2', [day, 'HF862826E000000004']);
}
