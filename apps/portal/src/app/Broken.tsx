import type { ErrorComponentProps } from '@tanstack/react-router';
import { Trouble } from '../ui/Trouble.tsx';

/** A page that broke: the rest of the portal stands, and it may be tried again. */
export function Broken({ error, reset }: ErrorComponentProps) {
  return <Trouble error={error} onRetry={reset} />;
}
