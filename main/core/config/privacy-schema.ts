/**
 * `privacy`: what of a person is kept, how long, and whom to ask about it.
 * Part of the core.
 */
import * as z from 'zod';
import { Locale, locales } from '../../contract/public.ts';
import { keepSchema } from './keep-schema.ts';
import { group, line, suggestKeys } from './schema-parts.ts';
import { sealToSchema } from './seal-schema.ts';
import { textOr } from './text-or.ts';

const identities = ['none', 'masked', 'full', 'sealed'] as const;

/** The venue's words for where a person is found, where they differ by language. */
const textByLanguage = z.partialRecord(Locale, line(120), { error: suggestKeys(locales) });

export const privacySchema = group({
  identity: z.enum(identities).default('masked'),
  sealTo: sealToSchema.optional(),
  keep: keepSchema.prefault({}),
  hideUnknown: z.boolean().default(false),
  contact: group({
    desk: textOr(line(120), textByLanguage).optional(),
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
}).superRefine(({ identity, sealTo }, context) => {
  if (identity === 'sealed' && sealTo === undefined) {
    const message = 'is "sealed", which needs the public keys of those who may read: give privacy.sealTo (age1...)';
    context.addIssue({ code: 'custom', path: ['identity'], message });
  }
  if (identity !== 'sealed' && sealTo !== undefined) {
    const message = `seals nothing while privacy.identity is "${identity}": write identity: sealed, or take it out`;
    context.addIssue({ code: 'custom', path: ['sealTo'], message });
  }
});
