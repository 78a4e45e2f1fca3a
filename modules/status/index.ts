/** How the platform itself is. */
export { type Component, type Level, levelOf } from './domain/components.ts';
export { type StatusParameters, statusParameters } from './domain/parameters.ts';
