export type { KeyTable } from './data-keys.ts';
export { addSealingKey, rewrapKeys, sealingKeys, WrongKeyFile } from './data-keys.ts';
export type { MasterKeys } from './key-file.ts';
export { addMasterKey, KeyFileFault, readKeyFile } from './key-file.ts';
export type { OpenVault } from './open-vault.ts';
export { lookForKeysMs, openVault } from './open-vault.ts';
export { headerOf, isSealed } from './sealing.ts';
export { placeOf, UnknownKey, Vault } from './vault.ts';
