import type { Sheet } from '../domain/piece.ts';
import { draw } from './draw.ts';

export interface DrawingJob {
  readonly sheets: readonly Sheet[];
  readonly printedAt: Date;
}

/** What a thread of the press does: one PDF. */
export default function drawing({ sheets, printedAt }: DrawingJob): Promise<Buffer> {
  return draw(sheets, printedAt);
}
