import type { Platform } from './platform.ts';

const guarantor = '5301363602';

/** A guarantee that waits to be confirmed, and a certificate to be paid, beside the bills of the stories told. */
export async function keepTax(platform: Platform): Promise<void> {
  const answer = await fetch(`${platform.url}/api/guarantees/given`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${platform.keyOf(guarantor)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      ...{ kind: 'letter', paperNo: 'BH2026-0142', issuer: '示例银行昆明分行', amount: '500000' },
      ...{ validFrom: '2026-01-01', validTo: '2026-12-31' },
    }),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  await platform.database.run(
    `insert into taxbills.certificate (certificate_no, guarantor, customs_code, released_on, due_from, due_to, bills, total,
       state, made_at) values ('8620202603000000001', $1, '8620', '2026-02-07', '2026-03-10', '2026-03-24', 12, 1204.5, 'open',
       '2026-03-10T01:00:00Z')`,
    [guarantor],
  );
}
