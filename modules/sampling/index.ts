/** Random draws of lists at release, by rates of a dated table, that anybody can draw again. */
export { sealedSampling } from './storage/draws.ts';
