import { describe, expect, it } from 'vitest';
import { frameOf, labelled, lineOf, spot } from './project.ts';

const mohan = { lon: 101.69, lat: 21.19 };
const kunming = { lon: 102.71, lat: 25.04 };

describe('the map', () => {
  const frame = frameOf([mohan, kunming]);

  it('has every place within its frame, north above south and east right of west', () => {
    const [south, north] = [spot(frame, mohan), spot(frame, kunming)];
    for (const { x, y } of [south, north]) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(frame.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(frame.height);
    }
    expect(north.y).toBeLessThan(south.y);
    expect(north.x).toBeGreaterThan(south.x);
  });

  it('is as wide as it is high where as many kilometres lie both ways', () => {
    const eastwards = spot(frame, { lon: mohan.lon + 1 / Math.cos((24 * Math.PI) / 180), lat: mohan.lat });
    const northwards = spot(frame, { lon: mohan.lon, lat: mohan.lat + 1 });
    const from = spot(frame, mohan);
    expect(eastwards.x - from.x).toBeCloseTo(from.y - northwards.y, 0);
  });

  it('shows what lies near to each other in its surroundings, in the middle', () => {
    const airport = { lon: 102.93, lat: 25.1 };
    const near = frameOf([airport, { lon: 102.95, lat: 25.08 }]);
    expect(near.width).toBeGreaterThan(400);
    expect(near.height).toBeGreaterThan(250);
    const { x, y } = spot(near, airport);
    expect(Math.abs(x - near.width / 2)).toBeLessThan(10);
    expect(Math.abs(y - near.height / 2)).toBeLessThan(10);
  });

  it('draws a line through its points', () => {
    expect(lineOf(frame, [mohan, kunming]).split(' ')).toHaveLength(2);
  });

  it('writes no name over another, and leaves out one there is no room for', () => {
    const close = Array.from({ length: 12 }, (_, at) => ({
      x: 500 + at,
      y: 500 + at,
      text: 'Kunming bonded zone',
    }));
    const written = labelled(close, 1_000).filter((label) => label !== undefined);
    expect(written.length).toBeGreaterThanOrEqual(2);
    expect(written.length).toBeLessThan(12);
    const far = labelled(
      [
        { x: 100, y: 100, text: 'Mohan' },
        { x: 900, y: 900, text: 'Kunming' },
        { x: 980, y: 300, text: 'Hekou' },
      ],
      1_000,
    );
    // At the edge it is written inwards.
    expect(far.map((label) => label?.anchor)).toEqual(['start', 'start', 'end']);
  });
});
