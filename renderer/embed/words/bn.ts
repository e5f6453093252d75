/**
 * What the embedded page says in Bengali.
 * Runs in the embedded page, loaded when somebody asks for it.
 */
import type { PageWords } from './en.ts';

export const bn: PageWords = {
  instead: {
    'common.done': 'বন্ধ করুন',
    'result.admittedTodo': 'আপনার প্রবেশের অনুমতি আছে। আপনি এগিয়ে যেতে পারেন।',
    'failure.terminal': 'এই পাতা এখন কাজ করতে পারছে না।',
    'help.text': 'অনুগ্রহ করে রিসেপশনে যান। সেখানে এই পাতা ছাড়াও সাহায্য পাওয়া যেতে পারে।',
    'order.title': 'এখন পাওয়া যাচ্ছে না',
    'order.text': 'এই পাতা এখন ব্যবহার করা যাবে না। অনুগ্রহ করে রিসেপশনে যান।',
    'moment.text': 'এই পাতা শীঘ্রই আবার তৈরি হবে। বেশি সময় লাগলে অনুগ্রহ করে রিসেপশনে যান।',
  },
  own: {
    left: 'এই যাচাই শেষ হয়েছে',
    leftText: 'আপনার লেখা মুছে ফেলা হয়েছে। কোনও সিদ্ধান্ত হয়নি।',
    again: 'আবার শুরু করুন',
    finished: 'শেষ হয়েছে',
    finishedText: 'এখন এই পাতা বন্ধ করতে পারেন।',
    finishedPhoneText: 'ফোন রেখে দিন, এবং প্রবেশপথের স্ক্রিনে এগিয়ে যান।',
    putAway: 'ফোন রেখে দিতে পারেন: প্রবেশপথের স্ক্রিনেও ফল দেখা যাচ্ছে।',
    overPhone: 'এই লিঙ্ক আর কাজ করে না',
    overPhoneText: 'এটি একবারই, অল্প সময়ের জন্য কাজ করে। যন্ত্র আপনাকে নতুন লিঙ্ক দেখাবে।',
    overParty: 'এই পাতা ব্যবহার করা যাবে না',
    overPartyText: 'আপনি যে পাতা থেকে এসেছেন সেটি এখানে নেই এমন কিছু চাইছে। অনুগ্রহ করে তাদের জানান।',
  },
};
