import { RETURNS_CODES, returnsOfPerson } from '#returns';
import { type Asker, type OwnDataPorts, personOf } from './own-data.ts';
import { returnWords } from './return-words.ts';

const reasons = new Map(RETURNS_CODES.map(({ code, text }) => [code as string, text]));

/** The returns of what a person bought, the latest first, each with what it gave back. @throws Problem 409 IDENTITY-NEEDED */
export async function ownReturns(ports: OwnDataPorts, asker: Asker) {
  const person = await personOf(ports, asker);
  const found = await returnsOfPerson(ports.database.publicReaders, person, ports.parameters().papersShown);
  return {
    returns: found.map(({ givenAt, tax, allowance, refusedFor, arriveBy, arrivedOn, ...plain }) => ({
      ...{ ...plain, words: returnWords[plain.state] },
      ...{ appliedAt: plain.appliedAt.toISOString(), movedAt: plain.movedAt.toISOString() },
      ...(arriveBy === null ? {} : { arriveBy }),
      ...(arrivedOn === null ? {} : { arrivedOn }),
      reasons: refusedFor.flatMap((code) => reasons.get(code) ?? []),
      ...(givenAt === null
        ? {}
        : { givenBack: { at: givenAt.toISOString(), tax: tax ?? '0', allowance: allowance ?? '0' } }),
    })),
  };
}
