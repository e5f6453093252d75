/**
 * What the keyboard must know of a script that has keys of its own.
 * Runs in the faces.
 */
import type { Keys } from '../brahmic.ts';

/** The second layer of a script holds what a name seldom needs. */
export type Layer = 'letters' | 'more';

/** `wide`: four rows, for low screens. `tall`: five rows of larger keys. */
export type Room = 'wide' | 'tall';

export type Rows = readonly string[];

/** The rows of its layers, and what its keys type. */
export type ScriptKeys = Keys & Readonly<Record<Layer, Readonly<Record<Room, Rows>>>>;
