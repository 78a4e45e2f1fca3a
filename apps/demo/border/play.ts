import type { BorderStage, Story } from './story.ts';

/** Plays stories one after the other; one that cannot go on is told and holds up no other. */
export async function playBorder(
  stageOf: (story: Story) => BorderStage,
  stories: readonly Story[],
  signal: AbortSignal,
  failed: (story: Story, error: unknown) => void,
): Promise<void> {
  for (const story of stories) {
    if (signal.aborted) return;
    try {
      await story.play(stageOf(story));
    } catch (error) {
      if (!signal.aborted) failed(story, error);
    }
  }
}
