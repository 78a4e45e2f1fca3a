import { type LineRow, type LineWish, linesPage, type Picture, pictureOf } from '../storage/reading.ts';
import type { RefundPorts } from './ports.ts';

/** Lines of a month and which way the tax of each goes. */
export const linesAfter = (ports: RefundPorts, wish: Omit<LineWish, 'today'>): Promise<LineRow[]> =>
  linesPage(ports.database.readers, { ...wish, today: ports.today() });

/** How the lines of a month go, what they lack, and what may be claimed now. */
export const pictureFor = (ports: RefundPorts, wish: Pick<LineWish, 'month' | 'party'>): Promise<Picture> =>
  pictureOf(ports.database.readers, { ...wish, today: ports.today() });
