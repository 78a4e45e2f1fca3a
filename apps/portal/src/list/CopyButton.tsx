import { useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';

export function CopyButton({ text }: { readonly text: string }) {
  const { t } = useTexts();
  const [copied, setCopied] = useState(false);
  // The clipboard is closed to pages without TLS; then there is nothing to offer.
  if (!navigator.clipboard) return null;
  const label = t(copied ? 'list.copied' : 'list.copy');
  return (
    <Button
      small
      kind="text"
      aria-label={label}
      title={label}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <Icon name={copied ? 'released' : 'copy'} />
    </Button>
  );
}
