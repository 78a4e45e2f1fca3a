import { useEffect, useRef, useState } from 'react';
import { useRested } from '../registry/pieces.tsx';
import { type Content, type Draft, isConflict, saveDraft } from './queries.ts';

/** conflict: somebody (oneself in another window) has saved it since it was opened here. */
export type Saving = 'saved' | 'saving' | 'failed' | 'conflict';

const restMs = 800;

/** What is being written, saved by itself whenever it rests. */
export function useDraft(draft: Draft, tagAtFirst: string) {
  const { head, items, keep } = draft;
  const [content, setContent] = useState<Content>({ head, items, keep });
  const [saving, setSaving] = useState<Saving>('saved');
  const tag = useRef(tagAtFirst);
  const last = useRef(content);
  const rested = useRested(content, restMs);
  const queue = useRef<Promise<void>>(Promise.resolve());

  /** One after the other: each is saved on top of the one before. */
  const save = (what: Content, over = tag.current): Promise<void> => {
    queue.current = queue.current.then(async () => {
      if (last.current === what && over === tag.current) return;
      setSaving('saving');
      try {
        tag.current = await saveDraft(draft.draftId, over === '*' ? '*' : tag.current, what);
        last.current = what;
        setSaving('saved');
      } catch (error) {
        setSaving(isConflict(error) ? 'conflict' : 'failed');
      }
    });
    return queue.current;
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is saved when what was written rests, and at no other time
  useEffect(() => {
    if (rested !== last.current && saving !== 'conflict') void save(rested);
  }, [rested]);
  return {
    ...{ content, saving, setContent },
    /** Saves what is there now; answers the tag of it. */
    saveNow: async (): Promise<string> => {
      await save(content);
      return tag.current;
    },
    /** In spite of what was saved elsewhere. */
    saveOver: () => save(content, '*'),
    isSaved: () => last.current === content,
  };
}
