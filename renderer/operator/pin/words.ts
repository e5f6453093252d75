/**
 * The words of a new PIN and of the recovery code.
 * Runs in the operator face.
 */
import { defineWords } from '../words.ts';

export const pinWords = defineWords(
  {
    pin: 'New PIN',
    rules: 'Six to twelve digits. No date, no run such as 123456, no repeated digits, and none that many people take.',
    again: 'The same PIN again',
    form: 'A PIN has six to twelve digits.',
    differs: 'The two PINs are not the same.',
    'too-common': 'Many people take this PIN. Choose another.',
    'a-run': 'These digits are a run. Choose another PIN.',
    repeated: 'These digits repeat. Choose another PIN.',
    'a-date': 'This can be read as a date, which is what others try first. Choose another PIN.',
    'not-allowed': 'This PIN cannot be taken. Choose another.',
    codeTitle: 'The recovery code',
    codeText:
      'It opens the door when nobody knows a PIN any more. It is shown this once. Write it down, and keep the paper where only managers come.',
    codeSpent: 'The code before it is worth nothing any more.',
    written: 'I have written it down',
    print: 'Print',
  },
  {
    pin: 'नया PIN',
    rules: 'छह से बारह अंक। तारीख़ नहीं, 123456 जैसा क्रम नहीं, दोहराए गए अंक नहीं, और बहुत आम PIN नहीं।',
    again: 'वही PIN फिर से',
    form: 'PIN में छह से बारह अंक होते हैं।',
    differs: 'दोनों PIN एक जैसे नहीं हैं।',
    'too-common': 'यह PIN बहुत लोग रखते हैं। दूसरा चुनें।',
    'a-run': 'ये अंक एक क्रम में हैं। दूसरा PIN चुनें।',
    repeated: 'ये अंक दोहराए गए हैं। दूसरा PIN चुनें।',
    'a-date': 'यह तारीख़ जैसा है, और लोग सबसे पहले यही आज़माते हैं। दूसरा PIN चुनें।',
    'not-allowed': 'यह PIN नहीं रखा जा सकता। दूसरा चुनें।',
    codeTitle: 'रिकवरी कोड',
    codeText:
      'जब किसी को भी PIN याद न रहे, तब यही कोड काम आता है। यह केवल अभी दिखेगा। इसे लिख लें और काग़ज़ वहाँ रखें जहाँ केवल प्रबंधक जाते हों।',
    codeSpent: 'इससे पहले का कोड अब काम नहीं करेगा।',
    written: 'मैंने लिख लिया है',
    print: 'प्रिंट करें',
  },
);
