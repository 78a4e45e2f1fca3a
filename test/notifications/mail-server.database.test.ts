import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { MailsPage } from '#notifications';
import type { SignedIn } from '../../modules/access/testing/signed-in.ts';
import { asked, MailStand, preferences } from './mail-stand.ts';

let stand: MailStand;
let operator: SignedIn;
beforeAll(async () => {
  stand = await MailStand.open();
  operator = await stand.somebody({ role: 'operator' });
});
beforeEach(() => stand.fresh());
afterAll(() => stand?.close());

describe('a mail server', () => {
  const states = async (): Promise<MailsPage> => (await stand.ask<MailsPage>(operator, '/api/mails')).body;
  /** The latest mail to somebody that is not a code. */
  const newest = async ({ account }: SignedIn) =>
    (await states()).mails.find(({ kind, accountId }) => kind !== 'code' && accountId === account.accountId);

  test('that is not there now is tried again, and nobody gets two', async () => {
    const clerk = await stand.withMail('later@firm.example');
    stand.office.recipients = () => 451;
    await stand.happens(asked('L1'));
    await expect.poll(async () => (await newest(clerk))?.answer).toMatch(/^451/);
    expect(await newest(clerk)).toMatchObject({
      state: 'waiting',
      kind: 'immediate',
      address: 'l***@firm.example',
    });
    expect((await newest(clerk))?.answer).not.toContain('later@');
    stand.office.recipients = () => undefined;
    await stand.later(60);
    await expect.poll(async () => (await newest(clerk))?.state).toBe('sent');
    expect(stand.office.to('later@firm.example')).toHaveLength(1);
    await stand.forgets(clerk);
  });

  test('that loses the line over a mail leaves it unknown: the operator sees it, and it goes again when told', async () => {
    const clerk = await stand.withMail('lost@firm.example');
    stand.office.breaksLine = true;
    await stand.happens(asked('X1'));
    await expect.poll(async () => (await newest(clerk))?.state, { timeout: 10_000 }).toBe('uncertain');
    stand.office.breaksLine = false;
    await stand.later(7_200);
    await stand.happens(asked('X2'));
    await expect.poll(() => stand.office.arrived.length, { timeout: 10_000 }).toBe(2);
    expect(stand.office.arrived[1]?.text).not.toMatch(/X1 ·/);
    const { mails, counts } = (await stand.ask<MailsPage>(operator, '/api/mails?state=uncertain')).body;
    expect([mails.length, counts.uncertain]).toEqual([1, 1]);
    const again = { mails: mails.map(({ accountId, mailKey }) => ({ accountId, mailKey })) };
    expect((await stand.ask(operator, '/api/mails/again', again)).body).toEqual({ again: 1 });
    await expect.poll(() => stand.office.arrived.length, { timeout: 10_000 }).toBe(3);
    expect(stand.office.arrived[2]?.headers['message-id']).toBe(
      stand.office.arrived[0]?.headers['message-id'],
    );
    await stand.forgets(clerk);
  });

  test('that has nothing for an address three times gets no more for it, and its owner is told why', async () => {
    const clerk = await stand.withMail('gone@firm.example');
    stand.office.recipients = () => 550;
    for (let time = 1; time <= 3; time += 1) {
      await stand.later(600);
      await stand.happens(asked(`N${time}`));
      await expect.poll(async () => (await states()).counts.failed, { timeout: 10_000 }).toBe(time);
    }
    stand.office.recipients = () => undefined;
    expect(await stand.mailOf(clerk)).toMatchObject({ stoppedFor: 'refused' });
    await stand.ask(clerk, preferences, { mail: { stopped: false } }, 'PATCH');
    expect(await stand.mailOf(clerk)).not.toHaveProperty('stoppedFor');
    await stand.forgets(clerk);
  });

  test('whose server died while it sent leaves that mail unknown', async () => {
    const { accountId } = (await stand.somebody()).account;
    await stand.rented.database.run(
      `insert into notifications.mail (account_id, mail_key, kind, made_at, state, next_try_at, taken_by)
       values ($1, 'now 1', 'immediate', $2, 'sending', $2, $1)`,
      [accountId, new Date(stand.clock.now.getTime() - 1)],
    );
    const uncertain = async () =>
      (await stand.ask<MailsPage>(operator, '/api/mails?state=uncertain')).body.mails.map(
        ({ fault }) => fault,
      );
    await expect.poll(uncertain).toContain('INTERRUPTED');
  });
});

describe('who wants no more', () => {
  test('says so by one click in the mail program, without signing in', async () => {
    const clerk = await stand.withMail('leave@firm.example');
    await stand.happens(asked('U1'));
    await expect.poll(() => stand.office.arrived.length, { timeout: 10_000 }).toBe(1);
    const link = new URL((stand.office.arrived[0]?.headers['list-unsubscribe'] ?? '').replace(/[<>]/g, ''));
    const click = (path: string) =>
      fetch(`${stand.server.url}${path}`, {
        method: 'POST',
        body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
      });
    const other = `${link.pathname.slice(0, -1)}${link.pathname.endsWith('A') ? 'B' : 'A'}`;
    expect((await click(other)).status).toBe(404);
    expect((await click(link.pathname)).status).toBe(200);
    expect(await stand.mailOf(clerk)).toMatchObject({ stoppedFor: 'unsubscribed' });
    await stand.later(600);
    await stand.happens(asked('U2'));
    await expect.poll(() => stand.unreadOf(clerk)).toBe(2);
    expect(stand.office.arrived).toHaveLength(1);
  });

  test('and who has left the enterprise, gets none, and the address is forgotten', async () => {
    const leaver = await stand.withMail('leaver@firm.example');
    const { accountId } = leaver.account;
    await stand.rented.database.run(`update access.account set state = 'closed' where account_id = $1`, [
      accountId,
    ]);
    await stand.later(601);
    const left = () =>
      stand.rented.database.query('select from notifications.address where account_id = $1', [accountId]);
    await expect.poll(async () => (await left()).length).toBe(0);
  });
});
