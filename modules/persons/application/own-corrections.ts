import { randomUUID } from 'node:crypto';
import { record } from '#journal';
import type { Readers } from '#postgres';
import { operatorHolds, type Wish } from '../domain/correction.ts';
import {
  addCorrection,
  correctionsOfPerson,
  endCorrection,
  type KeptCorrection,
  lockCorrection,
  openOfPerson,
} from '../storage/corrections.ts';
import { openWritten, sealWritten } from '../storage/sealed.ts';
import { correctionRefusal } from './correction-refusals.ts';
import { type Asker, accountOf, dayMs, type OwnDataPorts, ordersOf, personOf } from './own-data.ts';
import { type NamedPaper, type PaperName, papersOf, personalOf } from './showing-list.ts';

/** A field of a paper, in the standard's names. */
export interface Datum {
  readonly paper: PaperName;
  readonly orderNo: string;
  readonly ebpCode?: string | undefined;
  readonly field: string;
}

export interface CorrectionWish {
  readonly wish: Wish;
  /** Left out where it is about what the platform itself holds. */
  readonly about?: Datum | undefined;
  readonly text: string;
  /** What would be right. */
  readonly value?: string | undefined;
}

/** A person asks to have something corrected, deleted or explained; whoever holds it answers by a day. */
export async function askCorrection(ports: OwnDataPorts, asker: Asker, wished: CorrectionWish) {
  const { database, now } = ports;
  const person = await personOf(ports, asker);
  const { wish, about, text, value } = wished;
  if (wish === 'correct' && !value) throw correctionRefusal('CORRECTION-VALUE');
  const found = about && (await datumOf(ports, person, about));
  const { correctionDays, openCorrections } = ports.parameters();
  const at = now();
  const requestId = randomUUID();
  const { vault } = database;
  const holder = found ? (found.paper.sentFor ?? found.paper.sender) : operatorHolds;
  const words = sealWritten(vault, 'words', requestId, { text, ...(value ? { value } : {}) });
  await database.publicReaders.transaction(async (client) => {
    if ((await openOfPerson(client, person)) >= openCorrections) throw correctionRefusal('CORRECTION-MANY');
    const dueAt = new Date(at.getTime() + correctionDays * dayMs);
    await addCorrection(client, {
      ...{ requestId, person, accountId: accountOf(asker), wish, holder, words, askedAt: at, dueAt },
      ...{ paper: about?.paper ?? null, orderNo: about?.orderNo ?? null, field: about?.field ?? null },
      ebpCode: found ? (headOf(found.paper).ebpCode ?? null) : null,
      valueDigest: about && found ? digestOf(database, about.field, found.value) : null,
    });
    const body = { requestId, wish, ...(about ?? {}), dueAt, recipient: holder };
    await record(client, [{ at, kind: 'correction-asked', subject: requestId, body }]);
  });
  return { requestId };
}

const headOf = ({ document }: NamedPaper) => document.head as Readonly<Record<string, string | undefined>>;

/** A keyed digest of a value, by which it is seen that it has changed. */
export const digestOf = ({ vault }: Pick<Readers, 'vault'>, field: string, value: string): string =>
  vault.personDigest(`${field}\n${value}`);

/** The field of a paper of a person. What is not there and what is another's are the same. */
async function datumOf(
  ports: OwnDataPorts,
  person: string,
  { paper: name, orderNo, ebpCode, field }: Datum,
): Promise<{ readonly paper: NamedPaper; readonly value: string }> {
  const reader = ports.database.publicReaders;
  const own = await ordersOf(ports, person);
  const papers = own.includes(orderNo) ? await papersOf(reader, orderNo) : [];
  const paper = papers.find(
    (one) => one.name === name && (ebpCode === undefined || (headOf(one).ebpCode ?? ebpCode) === ebpCode),
  );
  const value = paper && personalOf(paper)[field];
  if (!paper || value === undefined) throw correctionRefusal('CORRECTION-NO-DATUM');
  return { paper, value };
}

/** What somebody has asked so far, the latest first, with what was answered. */
export async function ownCorrections(ports: OwnDataPorts, asker: Asker) {
  const { database, now } = ports;
  const person = await personOf(ports, asker);
  const kept = await correctionsOfPerson(database.publicReaders, person, ports.parameters().papersShown);
  const holders = [...new Set(kept.map(({ holder }) => holder))].filter((code) => code !== operatorHolds);
  const names = await ports.enterpriseNames(holders);
  return {
    corrections: kept.map((one) => {
      const holderName = names.get(one.holder);
      return {
        ...standingOf(one, now()),
        ...openWritten(database.vault, 'words', one.requestId, one.words),
        ...(holderName ? { holderName } : {}),
        ...answerOf(ports, one),
      };
    }),
  };
}

const answerOf = ({ database }: Pick<OwnDataPorts, 'database'>, one: KeptCorrection) => {
  if (!one.answer) return {};
  const { text, value } = openWritten(database.vault, 'answer', one.requestId, one.answer);
  return { answer: text, ...(value ? { answerValue: value } : {}) };
};

/** What everybody concerned sees of a request: not what the person has written. */
export function standingOf(one: KeptCorrection, now: Date) {
  const { requestId, wish, paper, orderNo, ebpCode, field, holder, askedAt, dueAt, state } = one;
  const { outcome, reason, endedAt, answeredAs } = one;
  const about =
    paper && orderNo && field ? { about: { paper, orderNo, ...(ebpCode ? { ebpCode } : {}), field } } : {};
  return {
    ...{ requestId, wish, ...about, holder, state },
    ...{ askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString() },
    overdue: state === 'open' && dueAt.getTime() <= now.getTime(),
    ...(outcome ? { outcome } : {}),
    ...(reason ? { reason } : {}),
    ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
    ...(answeredAs ? { answeredAs } : {}),
  };
}

/** A person takes back what they have asked. */
export async function withdrawCorrection(ports: OwnDataPorts, asker: Asker, requestId: string) {
  const person = await personOf(ports, asker);
  const at = ports.now();
  await ports.database.publicReaders.transaction(async (client) => {
    const one = await lockCorrection(client, requestId);
    if (one?.person !== person) throw correctionRefusal('CORRECTION-NOT-FOUND');
    if (one.state === 'withdrawn') return;
    if (one.state !== 'open') throw correctionRefusal('CORRECTION-ENDED');
    await endCorrection(client, requestId, { state: 'withdrawn', at });
    await record(client, [
      { at, kind: 'correction-withdrawn', subject: requestId, body: { requestId, recipient: one.holder } },
    ]);
  });
}
