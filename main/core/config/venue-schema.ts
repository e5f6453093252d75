/**
 * `inside` and `passes`: what a venue may switch on beside the visit itself. Both are off by default.
 * Part of the core.
 */
import * as z from 'zod';
import { distinct, group, line, whole, word } from './schema-parts.ts';

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day as "22:00", in quotes');

export const insideSchema = group({ count: z.boolean().default(false), closesAt: wallTime.optional() }).prefault({});

export const passesSchema = group({
  purposes: distinct(word).default([]),
  hours: whole(1, 24 * 31).default(12),
  trust: distinct(line(200)).default([]),
}).prefault({});
