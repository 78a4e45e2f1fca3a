import type { Enterprise } from '../domain/enterprise.ts';
import type { Goods } from '../domain/goods.ts';

/** A page of a register: what comes after a key, in the order of keys. */
export interface PageWish {
  /** Key of the last entry already seen; from the beginning when absent. */
  readonly after?: string;
  /** Entries at most. */
  readonly limit: number;
}

/** Who puts entries in, and what they rest on; kept with the version. */
export interface Origin {
  /** Account, key or command. */
  readonly by: string;
  /** The paper or file. */
  readonly paper: string;
}

/** The register of enterprises. Entries are checked with `checkEnterprise` before they are saved. */
export interface EnterpriseRegister {
  /** Imports enterprises with their roles, all or none, each as a version of its own where it differs from what is in force. */
  save(enterprises: readonly Enterprise[], origin?: Origin): Promise<void>;
  /** The enterprises known under these customs codes, by code; unknown codes are left out. */
  find(customsCodes: readonly string[]): Promise<Map<string, Enterprise>>;
  /** A page in the order of customs codes. */
  list(wish: PageWish): Promise<Enterprise[]>;
}

/** The register of goods. Entries are checked with `checkGoods` before they are saved. */
export interface GoodsRegister {
  /** Adds or replaces goods, all or none. */
  save(goods: readonly Goods[]): Promise<void>;
  /** The goods of one seller with these numbers; unknown numbers are left out. */
  find(ebcCode: string, itemNos: readonly string[]): Promise<Goods[]>;
  /** A page of one seller's goods in the order of their numbers. */
  list(ebcCode: string, wish: PageWish): Promise<Goods[]>;
}
