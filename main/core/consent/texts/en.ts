/** The consent notice in English. */
import type { NoticeText } from '../notice-text.ts';

export const en: NoticeText = {
  title: 'May we check your vaccination status?',
  sections: [
    {
      id: 'asked',
      heading: 'What we ask',
      text: 'Your name and your mobile number. You will get a code by SMS and enter it here.',
    },
    {
      id: 'receiver',
      heading: 'Who receives it',
      text: 'CoWIN, the vaccination service of the Government of India ({upstream}).{told} Nobody else.',
    },
    {
      id: 'answer',
      heading: 'What comes back',
      text: 'One of three answers: not, partially or fully vaccinated. {site} sees no certificate and keeps none. It is used only to decide on your entry.{pass}',
    },
    {
      id: 'kept',
      heading: 'What is kept',
      text: '{kept} The code is never kept.',
    },
    {
      id: 'rights',
      heading: 'Your choice',
      text: 'You may say no: our staff will help you in another way. You may withdraw, ask or complain at any time: {desk}.{phone}{url}',
    },
  ],
  kept: {
    none: 'The decision and the time, for at least {min} and at most {max}. Neither your name nor your number.',
    masked:
      'The decision, the time, the first letters of your name and the last four digits of your number, for at least {min} and at most {max}. Then your name and number are erased.',
    full: 'The decision, the time, your name and your number, for at least {min} and at most {max}. Then your name and number are erased.',
    sealed:
      'The decision, the time, and your name and number sealed with a key that is not on this terminal, for at least {min} and at most {max}. Then your name and number are erased.',
  },
  keptFor: ' For “{purpose}”: at least {min} and at most {max}.',
  pass: ' You may be offered a pass: a QR code without your name and number. Shown here within {hours}, it lets the same answer decide again without a code. You need not take it.',
  told: ' This check is made for {party}: they are told the answer and the decision, not your name and number.',
  desk: 'Reception',
  units: {
    hour: ['hour', 'hours'],
    day: ['day', 'days'],
    week: ['week', 'weeks'],
    month: ['month', 'months'],
    year: ['year', 'years'],
  },
  demo: 'demonstration: nothing leaves this machine',
  phone: ' Phone: {phone}.',
  url: ' {url}',
};
