import { useQuery } from '@tanstack/react-query';
import { Said } from '../ui/Said.tsx';
import { corridorsQuery } from './queries.ts';

/** A customs office by the place where it is, where a corridor has one; by its code elsewhere. */
export function Office({ code }: { readonly code: string }) {
  const { data } = useQuery(corridorsQuery());
  const place = data?.places.find(({ office }) => office === code);
  return (
    <>
      {place && <Said text={place.name} />} <span className="code">{code}</span>
    </>
  );
}
