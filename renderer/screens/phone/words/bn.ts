/**
 * The words of "Use my own phone" in Bengali.
 * Runs in the face.
 */
import type { PhoneWords } from './en.ts';

export const bn: PhoneWords = {
  offer: 'নিজের ফোন ব্যবহার করব',
  title: 'নিজের ফোনে এগিয়ে যান',
  asked: 'একটু অপেক্ষা করুন, কোড তৈরি হচ্ছে।',
  scan: 'ফোনের ক্যামেরা এই কোডের দিকে ধরুন।',
  open: 'ফোন যে পাতা দেখায় তা খুলুন।',
  answer: 'সেখানে উত্তর দিন। ফল এখানে দেখা যাবে।',
  code: 'QR কোড: এটি আপনার ফোনে এই যাচাই খোলে',
  here: 'এখানেই করব',
  openedTitle: 'এবার ফোনে এগিয়ে যান',
  openedText: 'পাতাটি আপনার ফোনে খুলেছে। সেখানে শেষ হলে ফল এখানে দেখা যাবে।',
  expiredTitle: 'এই কোডের মেয়াদ শেষ',
  expiredText: 'এটি দুই মিনিট চলে। নতুন কোড নিন, বা এখানেই করুন।',
  endedTitle: 'ফোনে কোনও সিদ্ধান্ত হয়নি',
  endedText: 'নতুন কোড নিন, এখানেই করুন, বা রিসেপশনে যান।',
  failedTitle: 'এটি এখন করা যাচ্ছে না',
  failedText: 'অনুগ্রহ করে এখানেই করুন।',
  again: 'নতুন কোড',
};
