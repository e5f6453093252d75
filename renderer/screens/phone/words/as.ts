/**
 * The words of "Use my own phone" in Assamese.
 * Runs in the face.
 */
import type { PhoneWords } from './en.ts';

export const assamese: PhoneWords = {
  offer: 'মোৰ ফোনত কৰিম',
  title: 'নিজৰ ফোনত আগবাঢ়ক',
  asked: 'এখন্তেক ৰওক, ক’ড তৈয়াৰ হৈছে।',
  scan: 'ফোনৰ কেমেৰা এই ক’ডৰ সন্মুখত ধৰক।',
  open: 'ফোনে দেখুওৱা পৃষ্ঠা খোলক।',
  answer: 'তাত উত্তৰ দিয়ক। ফলাফল ইয়াত দেখা যাব।',
  code: 'QR ক’ড: এইটোৱে এই পৰীক্ষা আপোনাৰ ফোনত খোলে',
  here: 'ইয়াতেই কৰিম',
  openedTitle: 'এতিয়া নিজৰ ফোনত আগবাঢ়ক',
  openedText: 'পৃষ্ঠাটো আপোনাৰ ফোনত খোল খাইছে। তাত শেষ হ’লে ফলাফল ইয়াত দেখা যাব।',
  expiredTitle: 'এই ক’ডৰ ম্যাদ শেষ হ’ল',
  expiredText: 'এইটো দুই মিনিট চলে। নতুন ক’ড লওক, বা ইয়াতেই কৰক।',
  endedTitle: 'ফোনত কোনো সিদ্ধান্ত হোৱা নাই',
  endedText: 'নতুন ক’ড লওক, ইয়াতেই কৰক, বা ৰিচেপচনলৈ যাওক।',
  failedTitle: 'এইটো এতিয়া হ’ব নোৱাৰে',
  failedText: 'অনুগ্ৰহ কৰি ইয়াতেই কৰক।',
  again: 'নতুন ক’ড',
};
