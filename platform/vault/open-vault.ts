import { hasKeys, type KeyTable, learnKeys, makeKeys } from './data-keys.ts';
import { addMasterKey, KeyFileFault, type MasterKeys, readKeyFile } from './key-file.ts';
import { Vault } from './vault.ts';

/** How often a server looks for keys others have made. */
export const lookForKeysMs = 10_000;

/** A vault, and the keys it was opened with. */
export interface OpenVault {
  readonly vault: Vault;
  readonly masters: MasterKeys;
  /** Looks for keys made meanwhile, also in the key file. */
  refresh(table: KeyTable): Promise<void>;
}

/**
 * Opens the vault of a database. An installation without keys gets them, and the key file with them; one that has keys
 * and lacks its file is not opened: a new file could read nothing.
 * @param file where the key-encryption keys are
 */
export async function openVault(
  table: KeyTable,
  file: string,
): Promise<OpenVault & { readonly made: boolean }> {
  const found = await readKeyFile(file);
  if (!found && (await hasKeys(table))) throw new KeyFileFault(file, 'missing');
  const masters = found ?? (await addMasterKey(file));
  const vault = new Vault();
  await makeKeys(table, masters);
  await learnKeys(table, masters, vault);
  return {
    vault,
    masters,
    made: !found,
    refresh: async (now) => learnKeys(now, (await readKeyFile(file)) ?? masters, vault),
  };
}
