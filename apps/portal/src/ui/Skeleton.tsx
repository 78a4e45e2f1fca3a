/** Grey bars in the shape of what is coming. */
export function Skeleton({ label, bars }: { readonly label: string; readonly bars: readonly number[] }) {
  return (
    <div className="skeleton" role="status" aria-label={label}>
      {bars.map((width, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the bars never change
        <span key={place} style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}
