import { randomUUID } from 'node:crypto';
import type { EnterpriseCaller } from '#access';
import { Problem } from '#http';
import type { NewFilter, SavedFilterView } from '../http/schemas.ts';
import {
  countOf,
  filtersOf,
  removeFilter as remove,
  type SavedFilter,
  saveFilter as save,
} from '../storage/saved-filters.ts';
import type { PaperworkPorts } from './ports.ts';

/** A person who has so many does not find them again (D). */
const mostFilters = 100;

export async function filtersFor(
  { database }: PaperworkPorts,
  { id, customsCode }: EnterpriseCaller,
  page: string,
): Promise<SavedFilterView[]> {
  const filters = await filtersOf(database.readers, id, customsCode, page);
  return filters.map((filter) => viewOf(filter, id));
}

export async function saveFilter(
  { database, now }: PaperworkPorts,
  { id, customsCode }: EnterpriseCaller,
  wish: NewFilter,
): Promise<SavedFilterView> {
  const saved = await database.transaction(async (client) => {
    if ((await countOf(client, id)) >= mostFilters)
      throw new Problem(409, 'FILTERS-TOO-MANY', {
        zh: `最多保存 ${mostFilters} 个筛选，请先删去不用的`,
        en: `At most ${mostFilters} filters are kept; remove those that are not used`,
      });
    return save(client, { owner: id, filterId: randomUUID(), customsCode, ...wish, savedAt: now() });
  });
  return viewOf(saved, id);
}

/** @throws Problem FILTER-NOT-FOUND, also for one of somebody else */
export async function removeFilter(
  { database }: PaperworkPorts,
  { id }: EnterpriseCaller,
  filterId: string,
): Promise<void> {
  const removed = await database.transaction((client) => remove(client, id, filterId));
  if (!removed)
    throw new Problem(404, 'FILTER-NOT-FOUND', {
      zh: '没有这个筛选，或它不是您保存的',
      en: 'There is no such filter, or it is not yours',
    });
}

const viewOf = (
  { filterId, page, name, search, shared, owner, savedAt }: SavedFilter,
  reader: string,
): SavedFilterView => ({
  ...{ filterId, page, name, search, shared },
  mine: owner === reader,
  savedAt: savedAt.toISOString(),
});
