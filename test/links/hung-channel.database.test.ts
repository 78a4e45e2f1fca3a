import { expect, test } from 'vitest';
import type { Channel } from '#channels';
import { dxpMail } from '../../modules/links/wiring.ts';
import { Purchases } from '../faults/purchases.ts';
import { Stand, until } from '../faults/stand.ts';

/** A share that hangs at the first touch, as one does whose server is gone, and works again afterwards. */
class HungOnce implements Channel {
  readonly names: string[] = [];

  send({ name }: { readonly name: string }): Promise<void> {
    this.names.push(name);
    return this.names.length === 1 ? new Promise(() => undefined) : Promise.resolve();
  }

  receive = () => ({ stop: async () => undefined });
  health = async () => ({ state: 'up', address: 'share' }) as const;
  close = async () => undefined;
}

test('a message whose hand-over hangs is handed over again, and keeps no other waiting for ever', async () => {
  const channel = new HungOnce();
  const stand = await Stand.open(1, {
    customs: async () => ({ channel, mail: dxpMail(), lookMs: 20, inHandMs: 300 }),
  });
  try {
    const purchases = new Purchases(stand.zone, 'HUNG');
    for (let i = 0; i < 2; i += 1)
      await stand.post(
        purchases.sender('order').customsCode,
        purchases.message('order', [purchases.make().order] as never),
      );
    await until(
      async () => new Set(channel.names).size === 2 && channel.names.length >= 3,
      10_000,
      'still stuck',
    );
    // On a busy machine the second try may be given up as well.
    expect(channel.names.filter((name) => name === channel.names[0]).length).toBeGreaterThan(1);
    expect(stand.faults.join()).toContain('was not handed over within 300 ms');
  } finally {
    await stand.close();
  }
});
