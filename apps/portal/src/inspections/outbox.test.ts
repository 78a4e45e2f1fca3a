import { expect, test } from 'vitest';
import { type Entry, Outbox } from './outbox.ts';

/** What the client throws. */
const said = (status: number) => Object.assign(new Error('said'), { status });

/** An outbox whose clock is turned by hand, and a line that can be cut. */
function field() {
  const due: (() => void)[] = [];
  const line = { dead: false, answers: new Map<string, number>(), came: [] as string[] };
  const outbox = new Outbox((work) => due.push(work));
  const entry = (id: string): Entry => ({
    ...{ id, by: 'li', inspectionId: 'one', kind: 'result', label: id, covers: [] },
    send: async () => {
      if (line.dead) throw said(0);
      line.came.push(id);
      const status = line.answers.get(id);
      if (status !== undefined) throw said(status);
    },
  });
  const later = async () => {
    for (const work of due.splice(0)) work();
    await settled();
  };
  return { outbox, line, entry, later, due };
}

const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

test('what is entered while the line is dead is kept in its order and sent once the line is back', async () => {
  const { outbox, line, entry, later, due } = field();
  line.dead = true;
  outbox.add(entry('a'));
  outbox.add(entry('b'));
  await settled();
  expect(outbox.entries.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(due).toHaveLength(1);
  await later();
  expect(line.came).toEqual([]);
  line.dead = false;
  await later();
  expect(line.came).toEqual(['a', 'b']);
  expect(outbox.entries).toEqual([]);
  expect(due).toHaveLength(0);
});

test('what the server refuses is shown and holds nothing up, and stays until somebody takes it out', async () => {
  const { outbox, line, entry } = field();
  line.answers.set('a', 422);
  outbox.add(entry('a'));
  outbox.add(entry('b'));
  await settled();
  expect(outbox.entries.map(({ id, refusal }) => [id, refusal?.status])).toEqual([['a', 422]]);
  await outbox.flush();
  expect(line.came).toEqual(['a', 'b']);
  outbox.discard('a');
  expect(outbox.entries).toEqual([]);
});

test('a session that has ended loses nothing: the entry waits until its officer is back', async () => {
  const { outbox, line, entry, later } = field();
  line.answers.set('a', 401);
  outbox.add(entry('a'));
  await settled();
  expect(outbox.entries[0]?.refusal).toBeUndefined();
  line.answers.clear();
  await later();
  expect(outbox.entries).toEqual([]);
});
