/**
 * What the embedded page says in Kannada.
 * Runs in the embedded page, loaded when somebody asks for it.
 */
import type { PageWords } from './en.ts';

export const kn: PageWords = {
  instead: {
    'common.done': 'ಮುಚ್ಚಿ',
    'result.admittedTodo': 'ನಿಮಗೆ ಪ್ರವೇಶವಿದೆ. ನೀವು ಮುಂದುವರಿಯಬಹುದು.',
    'failure.terminal': 'ಈ ಪುಟ ಈಗ ಕೆಲಸ ಮಾಡಲಾಗುತ್ತಿಲ್ಲ.',
    'help.text': 'ದಯವಿಟ್ಟು ಸ್ವಾಗತ ಕೇಂದ್ರಕ್ಕೆ ಹೋಗಿ. ಈ ಪುಟವಿಲ್ಲದೆಯೂ ಅಲ್ಲಿ ಸಹಾಯ ಸಿಗಬಹುದು.',
    'order.title': 'ಈಗ ಲಭ್ಯವಿಲ್ಲ',
    'order.text': 'ಈ ಪುಟವನ್ನು ಈಗ ಬಳಸಲಾಗದು. ದಯವಿಟ್ಟು ಸ್ವಾಗತ ಕೇಂದ್ರಕ್ಕೆ ಹೋಗಿ.',
    'moment.text': 'ಈ ಪುಟ ಬೇಗ ಮತ್ತೆ ಸಿದ್ಧವಾಗುತ್ತದೆ. ತಡವಾದರೆ ದಯವಿಟ್ಟು ಸ್ವಾಗತ ಕೇಂದ್ರಕ್ಕೆ ಹೋಗಿ.',
  },
  own: {
    left: 'ಈ ಪರಿಶೀಲನೆ ಮುಗಿದಿದೆ',
    leftText: 'ನೀವು ಬರೆದದ್ದು ಅಳಿಸಲಾಗಿದೆ. ಯಾವ ನಿರ್ಧಾರವೂ ಆಗಿಲ್ಲ.',
    again: 'ಮತ್ತೆ ಪ್ರಾರಂಭಿಸಿ',
    finished: 'ಮುಗಿಯಿತು',
    finishedText: 'ಈಗ ಈ ಪುಟವನ್ನು ಮುಚ್ಚಬಹುದು.',
    finishedPhoneText: 'ಫೋನ್ ಇಟ್ಟು, ಪ್ರವೇಶದ್ವಾರದ ಪರದೆಯಲ್ಲಿ ಮುಂದುವರಿಯಿರಿ.',
    putAway: 'ಫೋನ್ ಇಡಬಹುದು: ಫಲಿತಾಂಶ ಪ್ರವೇಶದ್ವಾರದ ಪರದೆಯಲ್ಲೂ ಕಾಣುತ್ತದೆ.',
    overPhone: 'ಈ ಲಿಂಕ್ ಇನ್ನು ಕೆಲಸ ಮಾಡುವುದಿಲ್ಲ',
    overPhoneText: 'ಇದು ಒಮ್ಮೆ, ಸ್ವಲ್ಪ ಹೊತ್ತು ಮಾತ್ರ ಕೆಲಸ ಮಾಡುತ್ತದೆ. ಯಂತ್ರ ನಿಮಗೆ ಹೊಸದನ್ನು ತೋರಿಸುತ್ತದೆ.',
    overParty: 'ಈ ಪುಟವನ್ನು ಬಳಸಲಾಗದು',
    overPartyText: 'ನೀವು ಬಂದ ಪುಟ ಇಲ್ಲಿ ಇಲ್ಲದ್ದನ್ನು ಕೇಳುತ್ತಿದೆ. ದಯವಿಟ್ಟು ಅವರಿಗೆ ತಿಳಿಸಿ.',
  },
};
