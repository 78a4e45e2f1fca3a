/** What a chart shows of one kind: its tone is one of the states', or the portal's own. */
export interface Series {
  readonly key: string;
  readonly label: string;
  readonly tone: 'primary' | 'info' | 'success' | 'warning' | 'error' | 'quiet';
}

/** One place on the line below, and its figure in each series. */
export interface Point {
  readonly label: string;
  readonly values: Readonly<Record<string, number>>;
}

export interface ChartProps {
  readonly title: string;
  readonly series: readonly Series[];
  readonly points: readonly Point[];
  /** Writes a figure, with its unit. */
  readonly write: (value: number) => string;
  /** In words, what one should see. */
  readonly description: string;
}

/** The height everything is drawn to; the width is a hundred for bars and lines alike. */
export const chartHeight = 60;

export const figureOf = (point: Point, key: string): number => point.values[key] ?? 0;
