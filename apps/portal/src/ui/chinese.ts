/**
 * The Chinese face of last resort, for machines without one: a style sheet of a hundred slices, asked for when the
 * page stands, of which the browser fetches only those whose characters it cannot draw otherwise.
 */
export function bringChineseFace(): void {
  const bring = () => void import('@fontsource-variable/noto-sans-sc/index.css');
  if ('requestIdleCallback' in window) requestIdleCallback(bring);
  else setTimeout(bring, 500);
}
