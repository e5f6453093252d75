/**
 * What the embedded page says in Assamese.
 * Runs in the embedded page, loaded when somebody asks for it.
 */
import type { PageWords } from './en.ts';

export const assamese: PageWords = {
  instead: {
    'common.done': 'বন্ধ কৰক',
    'result.admittedTodo': 'আপোনাৰ প্ৰৱেশৰ অনুমতি আছে। আপুনি আগবাঢ়িব পাৰে।',
    'failure.terminal': 'এই পৃষ্ঠাই এতিয়া কাম কৰিব পৰা নাই।',
    'help.text': 'অনুগ্ৰহ কৰি ৰিচেপচনলৈ যাওক। তাত এই পৃষ্ঠা নোহোৱাকৈও সহায় পাব পাৰে।',
    'order.title': 'এতিয়া উপলব্ধ নহয়',
    'order.text': 'এই পৃষ্ঠা এতিয়া ব্যৱহাৰ কৰিব নোৱাৰি। অনুগ্ৰহ কৰি ৰিচেপচনলৈ যাওক।',
    'moment.text': 'এই পৃষ্ঠা সোনকালে পুনৰ সাজু হ’ব। বেছি সময় লাগিলে অনুগ্ৰহ কৰি ৰিচেপচনলৈ যাওক।',
  },
  own: {
    left: 'এই পৰীক্ষা শেষ হ’ল',
    leftText: 'আপুনি লিখাখিনি মচা হৈছে। কোনো সিদ্ধান্ত হোৱা নাই।',
    again: 'পুনৰ আৰম্ভ কৰক',
    finished: 'সম্পূৰ্ণ হ’ল',
    finishedText: 'এতিয়া এই পৃষ্ঠা বন্ধ কৰিব পাৰে।',
    finishedPhoneText: 'ফোন থৈ দিয়ক, আৰু প্ৰৱেশদ্বাৰৰ স্ক্ৰীনত আগবাঢ়ক।',
    putAway: 'ফোন থ’ব পাৰে: ফলাফল প্ৰৱেশদ্বাৰৰ স্ক্ৰীনতো দেখা যায়।',
    overPhone: 'এই লিংক আৰু কাম নকৰে',
    overPhoneText: 'এইটো এবাৰ, অলপ সময়ৰ বাবে কাম কৰে। যন্ত্ৰই আপোনাক নতুন এটা দেখুৱাব।',
    overParty: 'এই পৃষ্ঠা ব্যৱহাৰ কৰিব নোৱাৰি',
    overPartyText: 'আপুনি অহা পৃষ্ঠাই ইয়াত নথকা বস্তু বিচাৰিছে। অনুগ্ৰহ কৰি তেওঁলোকক জনাওক।',
  },
};
