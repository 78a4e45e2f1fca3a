import type {
  BulkColumn,
  BulkTarget,
  BulkWork,
  FileContext,
  GatheredDocument,
  HandedIn,
  TargetFinding,
} from '#bulk';
import type { Finding } from '#kernel';
import type { CodeLists } from '../domain/code-lists.ts';
import type { Goods } from '../domain/goods.ts';
import { fileColumns, type GoodsColumn, requiredFields } from '../domain/goods-columns.ts';
import { fileGoods, findingsOfGoods, type GoodsPorts } from './goods-filings.ts';

/** Goods of one transaction. */
const goodsABundle = 100;

/** What goods need to be taken in from tables. */
export interface GoodsTargetPorts extends GoodsPorts {
  /** Whether the enterprise may act at present. */
  readonly mayAct: (customsCode: string) => Promise<boolean>;
}

/** Goods as tables: rows are filed as goods typed one by one are, and wait to be approved by somebody else. */
export function goodsTarget(ports: GoodsTargetPorts): BulkTarget {
  const { lists } = ports.goodsChecks();
  return {
    ...{ kind: 'goods', name: { zh: '备案商品', en: 'Goods' }, key: ['itemNo'], lines: false },
    columns: [sellerColumn, ...fileColumns.map((column) => columnOf(column, lists))],
    documentsABundle: goodsABundle,
    needs: { resource: 'goods', action: 'file' },
    open: async (file) => ((await ports.mayAct(file.customsCode)) ? new GoodsWork(ports, file) : undefined),
  };
}

/** Told apart from a column nobody knows: whoever hands in another's table is told so. */
const sellerColumn: BulkColumn = {
  ...{ name: 'ebcCode', title: { zh: '电商企业代码', en: 'Seller' }, aliases: [], field: 'ebcCode' },
  ...{ part: 'head', need: 'filled', kind: 'text', choices: [], example: '' },
  hint: { zh: '可留空：本企业', en: 'may be left empty: your own' },
};

function columnOf(
  { name, zh, en, required, kind, list, hint, example }: GoodsColumn,
  lists: CodeLists,
): BulkColumn {
  return {
    ...{ name, field: name, title: { zh, en }, aliases: [], part: 'head', kind: kind ?? 'text', example },
    need: required ? 'required' : 'optional',
    hint: { zh: hint[0], en: hint[1] },
    choices: list
      ? lists.entries(list).map((entry) => ({ code: entry.code, name: { zh: entry.zh, en: entry.en } }))
      : [],
  };
}

const othersGoods: Finding = {
  ...{ code: 'REG-GOODS-OTHERS', level: 'field', path: 'ebcCode', rule: 'R-11.3' },
  message: { zh: '此行属于另一家企业', en: 'The row is of another enterprise' },
  remedy: {
    zh: '删除该行，或删除电商企业代码一列',
    en: 'Delete the row, or the column of the seller’s code',
  },
};

const placed = (finding: Finding): TargetFinding => ({
  ...{ finding, part: 'head', line: 0, field: finding.path },
});

/** Goods on behalf of one enterprise. */
class GoodsWork implements BulkWork {
  readonly #ports: GoodsTargetPorts;
  readonly #file: FileContext;

  constructor(ports: GoodsTargetPorts, file: FileContext) {
    this.#ports = ports;
    this.#file = file;
  }

  check(document: GatheredDocument): readonly TargetFinding[] {
    const { ebcCode } = document.head;
    const others = ebcCode !== undefined && ebcCode !== this.#file.customsCode ? [othersGoods] : [];
    return [...others, ...findingsOfGoods(this.#ports, this.#goodsOf(document))].map(placed);
  }

  pack(documents: readonly GatheredDocument[]): Uint8Array {
    return new TextEncoder().encode(JSON.stringify(documents.map((document) => this.#goodsOf(document))));
  }

  /** What was filed already, by this file before a server died or otherwise, is told as repeated. */
  async submit(content: Uint8Array): Promise<readonly HandedIn[]> {
    const goods: readonly Goods[] = JSON.parse(new TextDecoder().decode(content));
    const { customsCode, madeBy } = this.#file;
    const actor = { who: madeBy, party: customsCode };
    const { written, bad } = await fileGoods(this.#ports, actor, goods, true);
    const filed = new Set(written);
    const refused = new Map(bad.map(({ place, findings }) => [place, findings.map(placed)]));
    return goods.map(({ itemNo }, at) => {
      const findings = refused.get(at + 1);
      if (findings) return { verdict: 'refused', findings };
      return { verdict: filed.has(itemNo) ? 'accepted' : 'repeated', findings: [] };
    });
  }

  #goodsOf({ head }: GatheredDocument): Goods {
    const empty = Object.fromEntries(requiredFields.map((name) => [name, '']));
    const days = fileColumns.flatMap(({ name, kind }) =>
      kind === 'day' && head[name] !== undefined ? [[name, written(head[name])]] : [],
    );
    return { ...empty, ...head, ...Object.fromEntries(days), ebcCode: this.#file.customsCode } as Goods;
  }
}

/** Tables give days as messages write them. */
const written = (day: string): string => day.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
