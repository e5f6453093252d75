/**
 * The words for every error code, as staff are told it: what it is, and what to do.
 * Runs in the operator face.
 */
import type { ErrorCode } from '../../../main/contract/public.ts';
import { defineWords } from '../words.ts';

export const problemWords = defineWords<ErrorCode | 'again' | 'wait'>(
  {
    'invalid-input': 'This was not accepted. Check what you typed.',
    'consent-required': 'The person has not agreed to the notice.',
    'consent-outdated': 'The notice has changed since it was shown. Begin again.',
    'not-found': 'Nothing was found. It may be gone.',
    'person-unknown': 'The verification service does not know this name with this number.',
    'otp-wrong': 'The code is not right.',
    'otp-expired': 'The code has expired.',
    'otp-exhausted': 'The code was wrong too often.',
    'otp-too-soon': 'A new code cannot be sent yet.',
    'upstream-unavailable': 'The verification service does not answer. Check the network, or decide by hand.',
    'upstream-rate-limited': 'The verification service is busy. Wait a little, or decide by hand.',
    'upstream-forbidden':
      'The verification service does not accept this terminal. Tell whoever manages the configuration.',
    'upstream-malformed': 'The verification service gave an answer that makes no sense. Decide by hand.',
    'upstream-signature-invalid':
      'The answer of the verification service is not authentic. Decide by hand and tell whoever manages this terminal.',
    'log-unavailable': 'The entry log cannot be written. Nothing was changed. Look at “Terminal” for what to do.',
    'out-of-order': 'The program behind this page does not answer. Wait a moment, or start the terminal again.',
    unauthenticated: 'The desk is locked. Unlock it and try again.',
    forbidden: 'This is for managers only.',
    'locked-out': 'Too many wrong PINs. A manager or the recovery code opens the door again.',
    'too-many-requests': 'That was too often. Wait a little.',
    conflict: 'This is not possible as things stand.',
    internal: 'The program made a mistake. Try again; if it happens again, save the diagnostics under “Terminal”.',
    again: 'Try again',
    wait: { one: 'Try again in {count} second.', other: 'Try again in {count} seconds.' },
  },
  {
    'invalid-input': 'यह स्वीकार नहीं हुआ। जो लिखा है उसे जाँच लें।',
    'consent-required': 'व्यक्ति ने सूचना पर सहमति नहीं दी है।',
    'consent-outdated': 'दिखाए जाने के बाद सूचना बदल गई है। फिर से शुरू करें।',
    'not-found': 'कुछ नहीं मिला। हो सकता है यह अब न हो।',
    'person-unknown': 'सत्यापन सेवा में इस नंबर के साथ यह नाम नहीं है।',
    'otp-wrong': 'कोड सही नहीं है।',
    'otp-expired': 'कोड का समय समाप्त हो गया है।',
    'otp-exhausted': 'कोड बहुत बार गलत डाला गया।',
    'otp-too-soon': 'नया कोड अभी नहीं भेजा जा सकता।',
    'upstream-unavailable': 'सत्यापन सेवा से उत्तर नहीं मिल रहा। नेटवर्क देखें, या स्वयं निर्णय दर्ज करें।',
    'upstream-rate-limited': 'सत्यापन सेवा व्यस्त है। थोड़ा रुकें, या स्वयं निर्णय दर्ज करें।',
    'upstream-forbidden': 'सत्यापन सेवा इस टर्मिनल को स्वीकार नहीं कर रही। कॉन्फ़िगरेशन देखने वाले को बताएँ।',
    'upstream-malformed': 'सत्यापन सेवा का उत्तर समझ में आने योग्य नहीं है। स्वयं निर्णय दर्ज करें।',
    'upstream-signature-invalid': 'सत्यापन सेवा का उत्तर प्रामाणिक नहीं है। स्वयं निर्णय दर्ज करें और टर्मिनल के प्रभारी को बताएँ।',
    'log-unavailable': 'प्रवेश लॉग नहीं लिखा जा सका। कुछ नहीं बदला। क्या करना है, यह “टर्मिनल” में देखें।',
    'out-of-order': 'इस पेज के पीछे का प्रोग्राम उत्तर नहीं दे रहा। थोड़ा रुकें, या टर्मिनल फिर से चालू करें।',
    unauthenticated: 'डेस्क पर ताला लगा है। ताला खोलकर फिर कोशिश करें।',
    forbidden: 'यह केवल प्रबंधक कर सकते हैं।',
    'locked-out': 'PIN बहुत बार गलत डाला गया। प्रबंधक या रिकवरी कोड से यह फिर खुलेगा।',
    'too-many-requests': 'बहुत बार कोशिश हुई। थोड़ा रुकें।',
    conflict: 'मौजूदा स्थिति में यह नहीं हो सकता।',
    internal: 'प्रोग्राम में गड़बड़ी हुई। फिर कोशिश करें; दोबारा हो तो “टर्मिनल” में निदान रिपोर्ट सहेजें।',
    again: 'फिर कोशिश करें',
    wait: { one: '{count} सेकंड बाद फिर कोशिश करें।', other: '{count} सेकंड बाद फिर कोशिश करें।' },
  },
);
