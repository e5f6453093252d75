/**
 * The words for how a visit ended.
 * Runs in the operator face.
 */
import { defineWords } from '../words.ts';

export const outcomeWords = defineWords(
  {
    admitted: 'Admitted',
    referred: 'Sent to reception',
    refused: 'Not admitted',
    declined: 'Did not agree',
    'not-verified': 'Not verified',
    fault: 'Technical fault',
    act: 'Act of staff',
    'by-hand': 'By hand',
  },
  {
    admitted: 'प्रवेश दिया',
    referred: 'रिसेप्शन भेजा',
    refused: 'प्रवेश नहीं दिया',
    declined: 'सहमति नहीं दी',
    'not-verified': 'सत्यापन नहीं हुआ',
    fault: 'तकनीकी गड़बड़ी',
    act: 'कर्मचारी का कार्य',
    'by-hand': 'स्वयं दर्ज',
  },
);
