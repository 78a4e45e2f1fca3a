import { randomUUID } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealTable } from '#vault';
import { sealedTables } from '../../apps/cli/sealed-tables.ts';
import { addFiling } from '../../modules/registry/storage/filings.ts';
import { platformFile } from '../../modules/registry/testing/files.ts';
import { enterpriseRegister } from '../../modules/registry/wiring.ts';
import { foundIn } from '../personal-data/planted.ts';
import { type Made, type Receiver, Stand } from '../webhooks/stand.ts';

const FIRM = '5301363602';
const persons = ['0871-63330001', 'limin@mall.example'];
let stand: Stand;
let receiver: Receiver;
let made: Made;
let former: string;
beforeAll(async () => {
  stand = await Stand.open();
  // Who verifies looks at the clock of this machine.
  stand.clock.now = new Date();
  receiver = await stand.receiver();
  await enterpriseRegister(stand.rented.database).save([{ ...platformFile, state: 'active' }]);
  const at = stand.clock.now;
  await addFiling(stand.rented.database, {
    ...{ customsCode: FIRM, filingId: randomUUID(), kind: 'change', state: 'draft', source: 'enterprise' },
    ...{ paper: 'KM-1', baseVersion: 1, madeBy: 'test', madeAt: at, changedAt: at },
    file: { ...platformFile, customsCode: FIRM },
  });
  const first = await stand.subscribe(FIRM, receiver.address, ['receipt.*']);
  former = first.secret;
  const { secret } = await stand.json<Made>(`/api/webhooks/${first.webhookId}/secret`, FIRM, 'POST');
  made = { ...first, secret };
});
afterAll(() => stand.close());

/** Sends a test, and tells whether both secrets have signed it. */
async function signs(): Promise<boolean> {
  await stand.json(`/api/webhooks/${made.webhookId}/test`, FIRM, 'POST');
  const { text = '', headers } = receiver.arrived.at(-1) ?? {};
  return [made.secret, former].every((secret) =>
    Boolean(new Webhook(secret).verify(text, headers as Record<string, string>)),
  );
}

const contactsOf = async (): Promise<string> => {
  const answers = await stand.rented.database.query<{ text: string }>(
    `select file::text as text from registry.enterprise_version where customs_code = $1
     union all select file::text from registry.enterprise_filing`,
    [platformFile.customsCode],
  );
  return answers.map(({ text }) => text).join('\n');
};

test('a copy of the database tells nobody whom to call at an enterprise, nor how webhooks are signed', async () => {
  expect(await signs()).toBe(true);
  const wanted = [...persons, made.secret, former, made.secret.slice(6), former.slice(6)];
  expect((await foundIn(stand.rented.owner, wanted)).found).toEqual([]);
  const files = await contactsOf();
  expect(files.match(/"sealedContacts": "sealed:/g)).toHaveLength(2);
  expect(files).not.toContain('李敏');
});

test('what lies bare from before is read as it is, and sealed by a pass', async () => {
  const { owner } = stand.rented;
  await owner.run('update notices.subscription set secret = $1, former_secret = $2', [made.secret, former]);
  for (const table of ['enterprise_version', 'enterprise_filing'])
    await owner.run(
      `update registry.${table} set file = (file - 'sealedContacts') || jsonb_build_object('contacts', $1::jsonb)
       where file ? 'sealedContacts'`,
      [JSON.stringify(platformFile.contacts)],
    );
  expect(await signs()).toBe(true);
  const ours = sealedTables.filter(({ name }) => /^(notices|registry)[.]/.test(name));
  const behind = async () => {
    let rows = 0;
    for (const table of ours) rows += await table.behind(owner);
    return rows;
  };
  expect([ours.length, await behind()]).toEqual([4, 4]);
  for (const table of ours) await sealTable(owner, table);
  expect(await behind()).toBe(0);
  expect((await foundIn(owner, [...persons, made.secret, former])).found).toEqual([]);
  expect(await signs()).toBe(true);
  for (const table of ours) await sealTable(owner, table);
  expect(await signs()).toBe(true);
});
