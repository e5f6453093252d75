/**
 * `privacy`: what of a person is kept, how long, and whom to ask about it.
 * Part of the core.
 */
import * as z from 'zod';
import { formatPeriod, isNeverLonger, type Period, parsePeriod } from './period.ts';
import { group, line, reading } from './schema-parts.ts';

const identities = ['none', 'masked', 'full'] as const;

const period = z.string().transform(
  reading((text: string): { value: Period } | { reason: string } => {
    const value = parsePeriod(text);
    return value === undefined ? { reason: 'must be a period, as 90 days, 6 weeks, 13 months or 1 year' } : { value };
  }),
);

const keepSchema = group({ min: period.prefault('1 year'), max: period.prefault('13 months') }).superRefine(
  ({ min, max }, context) => {
    if (!isNeverLonger(min, max)) {
      const message = `is shorter than privacy.keep.min (${formatPeriod(min)}): rows must go between the two`;
      context.addIssue({ code: 'custom', path: ['max'], message });
    }
  },
);

export const privacySchema = group({
  identity: z
    .enum(identities, {
      error: ({ input }) =>
        input === 'sealed'
          ? 'sealing to a key comes with a later version; now there are none, masked and full'
          : undefined,
    })
    .default('masked'),
  keep: keepSchema.prefault({}),
  contact: group({
    desk: line(120).default('Reception'),
    phone: z
      .string()
      .regex(/^\+?[0-9][0-9 ()/-]{1,28}[0-9]$/, 'must be a telephone number, in quotes')
      .optional(),
    url: z
      .string()
      .max(300)
      .refine((text) => URL.parse(text)?.protocol === 'https:', 'must be an address that starts with https://')
      .optional(),
  }).prefault({}),
});
