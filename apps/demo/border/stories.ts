import { agencyStories } from './agencies.ts';
import { b2bStories } from './b2b.ts';
import { bondedMove } from './bonded-move.ts';
import { certificateStories } from './certificates.ts';
import { displayStories } from './display.ts';
import { exportReturnStories } from './export-returns.ts';
import { exportStories } from './exports.ts';
import { gateStories } from './gate.ts';
import { inspectionStories } from './inspections.ts';
import { moneyStories } from './money.ts';
import { refundStories } from './refunds.ts';
import { returnCentreStories } from './return-centre.ts';
import { returnStories } from './returns.ts';
import { samplingStories } from './sampling.ts';
import type { Story } from './story.ts';
import { transitStories } from './transit.ts';

const bondedStories: readonly Story[] = [bondedMove];

/** The stories of the border, in the order they are played and numbered. */
export const stories: readonly Story[] = [
  exportStories,
  returnStories,
  transitStories,
  gateStories,
  displayStories,
  inspectionStories,
  moneyStories,
  agencyStories,
  b2bStories,
  refundStories,
  bondedStories,
  exportReturnStories,
  samplingStories,
  returnCentreStories,
  certificateStories,
  // One list a line: parts are added side by side.
].flat();
