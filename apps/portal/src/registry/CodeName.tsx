import { useQuery } from '@tanstack/react-query';
import { Said } from '../ui/Said.tsx';
import { type CodeListName, codeListQuery } from './queries.ts';

interface CodeNameProps {
  readonly list: CodeListName;
  readonly code: string;
}

/** A code by its name, itself on hover; the code alone until its list has come, and where the list lacks it. */
export function CodeName({ list, code }: CodeNameProps) {
  const { data } = useQuery(codeListQuery(list));
  const entry = data?.entries.find((one) => one.code === code);
  if (!entry) return <span className="code">{code}</span>;
  return (
    <span title={code}>
      <Said text={entry} />
    </span>
  );
}
