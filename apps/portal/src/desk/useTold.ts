import { ProblemError } from '../api/client.ts';
import { useTexts } from '../i18n/index.ts';
import { toast } from '../ui/toast.tsx';

/** Waits for a deed and says why it was not done, where it was not. Answers whether it was. */
export function useTold(): (deed: Promise<unknown>) => Promise<boolean> {
  const { t, say } = useTexts();
  return async (deed) => {
    try {
      await deed;
      return true;
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : undefined;
      toast(problem ? say(problem) : t('desk.notDone'), 'failed');
      return false;
    }
  };
}
