import { listsOfPerson } from '#declarations';
import { type Asker, type OwnDataPorts, personOf } from './own-data.ts';

/**
 * Which agency got what of the lists in a person's name, for what and by which law, the latest first.
 * @throws Problem 409 IDENTITY-NEEDED
 */
export async function ownSendings(ports: OwnDataPorts, asker: Asker) {
  const reader = ports.database.publicReaders;
  const { papersShown } = ports.parameters();
  const lists = await listsOfPerson(reader, await personOf(ports, asker), papersShown);
  const sent = await ports.sentOf(reader, lists, papersShown);
  return {
    sendings: sent.map(({ grounds, at, ...plain }) => ({
      ...{ ...plain, at: at.toISOString() },
      grounds: grounds.map(({ fields, ...ground }) => ({
        ...ground,
        fields: fields.map((field) => ({ ...field })),
      })),
    })),
  };
}
