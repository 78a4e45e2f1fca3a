import {
  documentsOf,
  type Fields,
  type SplitDocument,
  type SplitMessage,
  withDocument,
} from './split-message.ts';

/**
 * Cuts a message with long lists into parts, each a message with one document of at most `mostItems` items, numbered
 * 1 to n by `msgSeqNo` with n in `msgCount`; items keep their order and numbers. The first part keeps the GUIDs of
 * the whole, the others get theirs from `newGuid` (36 characters). Parts are unsigned: sign each.
 * @throws RangeError where `mostItems` is no whole number above 0, or the message is itself a part.
 */
export function cutMessage<M extends SplitMessage>(
  message: M,
  mostItems: number,
  newGuid: () => string,
): M[] {
  if (!Number.isInteger(mostItems) || mostItems < 1) {
    throw new RangeError(`A part cannot have ${mostItems} items.`);
  }
  return documentsOf(message).flatMap((document, index) =>
    slices(document, mostItems).map((part, place) => {
      const first = place === 0;
      const guid = first && index === 0 ? message.guid : newGuid();
      const head = first ? part.head : { ...part.head, guid: newGuid() };
      return withDocument(message, guid, { ...part, head });
    }),
  );
}

function slices({ head, items }: SplitDocument, mostItems: number): SplitDocument[] {
  if (head.msgCount !== 1 || head.msgSeqNo !== 1) {
    throw new RangeError(`The message is part ${head.msgSeqNo} of ${head.msgCount}: join the parts first.`);
  }
  const count = Math.max(1, Math.ceil(items.length / mostItems));
  return Array.from({ length: count }, (_, place) => {
    const numbered: Fields = { ...head, msgCount: count, msgSeqNo: place + 1 };
    return { head: numbered, items: items.slice(place * mostItems, (place + 1) * mostItems) };
  });
}
