import { useEffect, useMemo, useState } from 'react';
import type { PlaceGroup } from './navigation.ts';

const storageKey = 'chama.navigation';

/** With no more places than this nothing need be folded away. */
const few = 12;

/** What a reader has folded or opened by hand, by the group's text. */
type Chosen = Readonly<Record<string, boolean>>;

function remembered(): Chosen {
  try {
    const chosen: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '{}');
    return typeof chosen === 'object' && chosen !== null ? (chosen as Chosen) : {};
  } catch {
    return {};
  }
}

/**
 * Which groups stand open: what the reader chose, else the first, and where there are few places all of them. Coming to a page
 * opens its group, as one likes to see where one is; it can be folded there all the same.
 */
export function useOpenGroups(groups: readonly PlaceGroup[], current: string | undefined) {
  const [chosen, setChosen] = useState(remembered);
  const [foldedHere, setFoldedHere] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the coming to another group that opens it
  useEffect(() => setFoldedHere(false), [current]);
  const all = useMemo(() => groups.reduce((sum, { places }) => sum + places.length, 0) <= few, [groups]);
  const isOpen = (text: string): boolean => {
    if (text === current) return !foldedHere;
    return chosen[text] ?? (all || text === groups[0]?.text);
  };
  const toggle = (text: string): void => {
    const next = { ...chosen, [text]: !isOpen(text) };
    if (text === current) setFoldedHere(!foldedHere);
    setChosen(next);
    localStorage.setItem(storageKey, JSON.stringify(next));
  };
  return { isOpen, toggle };
}
