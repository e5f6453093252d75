/**
 * What the embedded page says in Gujarati.
 * Runs in the embedded page, loaded when somebody asks for it.
 */
import type { PageWords } from './en.ts';

export const gu: PageWords = {
  instead: {
    'common.done': 'બંધ કરો',
    'result.admittedTodo': 'તમને પ્રવેશની મંજૂરી છે. તમે આગળ વધી શકો છો.',
    'failure.terminal': 'આ પાનું હમણાં પોતાનું કામ કરી શકતું નથી.',
    'help.text': 'કૃપા કરી રિસેપ્શન પર જાઓ. ત્યાં આ પાના વિના પણ મદદ મળી શકે છે.',
    'order.title': 'હમણાં ઉપલબ્ધ નથી',
    'order.text': 'આ પાનું હમણાં વાપરી શકાતું નથી. કૃપા કરી રિસેપ્શન પર જાઓ.',
    'moment.text': 'આ પાનું જલદી ફરી તૈયાર થશે. વધુ સમય લાગે તો કૃપા કરી રિસેપ્શન પર જાઓ.',
  },
  own: {
    left: 'આ તપાસ પૂરી થઈ',
    leftText: 'તમે લખેલું ભૂંસી નાખ્યું છે. કોઈ નિર્ણય થયો નથી.',
    again: 'ફરી શરૂ કરો',
    finished: 'પૂરું થયું',
    finishedText: 'હવે તમે આ પાનું બંધ કરી શકો છો.',
    finishedPhoneText: 'હવે ફોન મૂકી દો અને પ્રવેશ પરની સ્ક્રીન પર આગળ વધો.',
    putAway: 'હવે ફોન મૂકી શકો છો: પરિણામ પ્રવેશ પરની સ્ક્રીન પર પણ દેખાય છે.',
    overPhone: 'આ લિંક હવે ચાલતી નથી',
    overPhoneText: 'તે એક જ વાર અને થોડા સમય માટે ચાલે છે. મશીન તમને નવી લિંક બતાવશે.',
    overParty: 'આ પાનું વાપરી શકાતું નથી',
    overPartyText: 'તમે જે પાના પરથી આવ્યા તે અહીં ન મળતી વસ્તુ માગે છે. કૃપા કરી તેમને જણાવો.',
  },
};
