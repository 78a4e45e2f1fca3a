import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../apps/demo/random.ts';
import { discrepancies } from '../faults/books.ts';
import { Senders } from '../faults/senders.ts';
import { until } from '../faults/stand.ts';
import { type PlatformUnderLoad, startPlatform } from '../load/platform.ts';
import { allPasses, CustomsPeer, TerminalNode } from './customs-peer.ts';

/** Two hundred in `npm run soak`; CHAMA_SEED to have the moments of a run again, as near as a clock lets it. */
const kills = Number(process.env.CHAMA_KILLS || 2);
const seed = process.env.CHAMA_SEED || String(Date.now() % 1_000_000);
const LONGEST_LOAD_MS = 900;
/** What was in hand at the last kill is taken up again after its lease. */
const PATIENCE_MS = 60_000;

let node: TerminalNode;
let peer: CustomsPeer;
let platform: PlatformUnderLoad;
let senders: Senders;

beforeAll(async () => {
  node = new TerminalNode();
  peer = await CustomsPeer.open(node.customs, allPasses);
  platform = await startPlatform({ CHAMA_CUSTOMS: 'live', CHAMA_CUSTOMS_CHANNEL: node.platform });
  senders = new Senders(platform, `L${seed}`);
});

afterAll(async () => {
  await platform?.stop();
  await peer?.close();
  node.remove();
});

const rows = (text: string) => platform.database.query<Record<string, string>>(text);

describe('a platform between its enterprises and customs, killed again and again', () => {
  it(
    `loses no message, and has every list decided once, through ${kills} kills (seed ${seed})`,
    async () => {
      const random = createRandom(`links/${seed}`);
      senders.start();
      for (let kill = 1; kill <= kills; kill += 1) {
        await sleep(50 + random.below(LONGEST_LOAD_MS));
        await platform.killAndRestart();
      }
      await senders.stopSending();
      const open = "select 1 from links.dispatch where state <> 'answered' limit 1";
      await until(async () => (await rows(open)).length === 0, PATIENCE_MS, 'messages are not answered');
      const undecided = "select 1 from clearance.standing_count where outcome = 'forwarded' and lists <> 0";
      await until(async () => (await rows(undecided)).length === 0, PATIENCE_MS, 'lists are not decided');
      await senders.stopReading();

      expect(senders.unanswered.faults).toEqual([]);
      // Every message that was taken in has come to customs, under one identity, as it was sent.
      const taken = await rows("select message_id::text as id from exchange.message where verdict = 'taken'");
      const dispatched = await rows('select upper(message_id::text) as id from links.dispatch');
      const came = new Set(peer.got.map(({ copMsgId }) => copMsgId));
      expect(dispatched.length).toBeGreaterThan(0);
      expect(dispatched.filter(({ id = '' }) => !came.has(id))).toEqual([]);
      expect(came.size).toBe(dispatched.length);
      expect(taken.length).toBeGreaterThanOrEqual(dispatched.length);
      const bytes = Map.groupBy(peer.got, ({ copMsgId }) => copMsgId);
      for (const times of bytes.values())
        expect(new Set(times.map((one) => Buffer.from(one.bytes).toString('base64'))).size).toBe(1);

      const decided = await rows(
        `select order_no, count(*) as decisions from clearance.decision
         where judge = 'customs' group by order_no`,
      );
      expect(decided.length).toBe(senders.expected.size);
      expect(decided.filter(({ decisions }) => decisions !== '1')).toEqual([]);
      expect(await discrepancies(platform.database)).toEqual([]);
    },
    120_000 + kills * 10_000,
  );
});
