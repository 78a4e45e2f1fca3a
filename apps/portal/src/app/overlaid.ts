/** What lies over the page: the places to go as a drawer, the palette, or what the keys do. */
export type Overlaid = 'navigation' | 'palette' | 'keys';
