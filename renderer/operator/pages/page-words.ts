/**
 * The names of the pages, as the navigation and their titles say them.
 * Runs in the operator face.
 */
import type { PageId } from '../page-id.ts';
import { defineWords } from '../words.ts';

export const pageWords = defineWords<PageId>(
  {
    today: 'Today',
    entries: 'Entries',
    'by-hand': 'By hand',
    inside: 'People inside',
    passes: 'Passes',
    roster: 'Roster',
    person: 'A person asks',
    export: 'Export',
    terminal: 'Terminal',
    operators: 'Operators',
    systems: 'Systems',
  },
  {
    today: 'आज',
    entries: 'प्रविष्टियाँ',
    'by-hand': 'स्वयं दर्ज करें',
    inside: 'अंदर मौजूद लोग',
    passes: 'पास',
    roster: 'कर्मचारी सूची',
    person: 'व्यक्ति का अनुरोध',
    export: 'निर्यात',
    terminal: 'टर्मिनल',
    operators: 'ऑपरेटर',
    systems: 'सिस्टम',
  },
);
