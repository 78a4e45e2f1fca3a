import type { Client } from '#postgres';
import { addAnswer, knownAnswers } from '../storage/answers.ts';
import { deliveriesById } from '../storage/deliveries.ts';
import { type AgencyLink, moveCursor } from '../storage/links.ts';
import type { Answer, AnswersPage } from './adapter.ts';
import { againIfCrossed, say } from './decide.ts';
import type { AgencyPorts } from './ports.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Takes a page of answers in: each counts once however often it is read, in whatever order they come. One by one, so
 * that a list that is just being changed holds up no other; the cursor moves when all are in.
 * @returns how many were new, and whether there is more to read
 */
export async function takeAnswers(
  ports: AgencyPorts,
  link: AgencyLink,
  page: AnswersPage,
): Promise<{ readonly taken: number; readonly more: boolean }> {
  const { database } = ports;
  const known = await knownAnswers(
    database,
    link.agency,
    page.answers.map(({ id }) => id),
  );
  const fresh = page.answers.filter(
    ({ id }, at, all) => !known.has(id) && all.findIndex((one) => one.id === id) === at,
  );
  for (const answer of fresh) {
    const committed = await againIfCrossed(database, (client) => takeOne(ports, client, link.agency, answer));
    committed();
  }
  const moved =
    page.next !== link.cursor &&
    (await database.transaction((client) => moveCursor(client, link, page.next)));
  return { taken: fresh.length, more: moved && page.answers.length > 0 };
}

async function takeOne(
  ports: AgencyPorts,
  client: Client,
  agency: string,
  answer: Answer,
): Promise<() => void> {
  const { id, delivery: deliveryId, decision: word, reason, at } = answer;
  const [delivery] = UUID.test(deliveryId) ? await deliveriesById(client, agency, [deliveryId]) : [];
  const said =
    delivery &&
    (await say(ports, client, {
      ...{ orderNo: delivery.orderNo, ebpCode: delivery.ebpCode, ebcCode: delivery.ebcCode },
      attempt: delivery.attempt,
      ...{ agency, word, reason, judge: 'live', by: id, saidAt: new Date(at) },
    }));
  await addAnswer(client, {
    ...{ agency, answerId: id, deliveryId, word, reason },
    ...{ saidAt: new Date(at), arrivedAt: ports.now() },
    standing:
      said === undefined || said.came === 'unasked'
        ? 'unmatched'
        : said.came === 'decided'
          ? 'taken'
          : 'late',
  });
  return said?.committed ?? (() => undefined);
}
