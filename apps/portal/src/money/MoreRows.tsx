import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';

interface MoreRowsProps {
  readonly found: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => unknown;
  };
}

/** The next page of a table, where there is one. */
export function MoreRows({ found }: MoreRowsProps) {
  const { t } = useTexts();
  return found.hasNextPage ? (
    <Button small busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
      {t('money.more')}
    </Button>
  ) : null;
}
