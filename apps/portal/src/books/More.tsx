import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';

interface MoreProps {
  readonly found: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The next page, where there is one. */
export function More({ found }: MoreProps) {
  const { t } = useTexts();
  if (!found.hasNextPage) return null;
  return (
    <p>
      <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
        {t('books.more')}
      </Button>
    </p>
  );
}
