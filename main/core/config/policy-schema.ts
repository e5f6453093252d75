/**
 * `policy`: for each purpose, which answers of the upstream admit and which refer; all else refuses.
 * Part of the core.
 */
import * as z from 'zod';
import { Locale, locales, Purpose } from '../../contract/public.ts';
import { purposeKeepSchema } from './keep-schema.ts';
import { distinct, group, line, suggestKeys } from './schema-parts.ts';

/** As many as fit on one screen as buttons that a shaking hand can hit. */
const mostPurposes = 8;

const statuses = distinct(z.literal([0, 1, 2]));

const purposeSchema = group({
  admit: statuses.default([]),
  refer: statuses.default([]),
  label: z.partialRecord(Locale, line(60), { error: suggestKeys(locales) }).default({}),
  keep: purposeKeepSchema.optional(),
}).superRefine(({ admit, refer }, context) => {
  for (const [index, status] of refer.entries()) {
    if (admit.includes(status)) {
      context.addIssue({ code: 'custom', path: ['refer', index], message: 'stands under admit too: choose one' });
    }
  }
  if (admit.length + refer.length === 0) {
    context.addIssue({
      code: 'custom',
      message: 'admits and refers nobody: give admit or refer an answer (0, 1 or 2)',
    });
  }
});

export const policySchema = group({
  purposes: z.record(Purpose, purposeSchema).superRefine((purposes, context) => {
    const count = Object.keys(purposes).length;
    if (count === 0 || count > mostPurposes) {
      context.addIssue({ code: 'custom', message: `takes 1 to ${mostPurposes} purposes, as visitor: {admit: [2]}` });
    }
  }),
});
