import { Vault } from './vault.ts';

/** A vault with keys of its own, for tests that need no database. */
export function testVault(): Vault {
  const vault = new Vault();
  vault.learn(
    [{ number: 1, bytes: Buffer.alloc(32, 7), beginsAt: new Date(0) }],
    new Map([
      ['content', 'secret of contents'],
      ['person', 'secret of persons'],
      ['print', 'secret of papers'],
    ]),
  );
  return vault;
}
