/**
 * The words of "Use my own phone" in Marathi.
 * Runs in the face.
 */
import type { PhoneWords } from './en.ts';

export const mr: PhoneWords = {
  offer: 'माझ्या फोनवर करा',
  title: 'आपल्या फोनवर पुढे चला',
  asked: 'एक क्षण, कोड तयार होत आहे.',
  scan: 'आपल्या फोनचा कॅमेरा या कोडसमोर धरा.',
  open: 'फोन दाखवेल ते पान उघडा.',
  answer: 'तेथे उत्तर द्या. निकाल येथे दिसेल.',
  code: 'QR कोड: तो ही तपासणी आपल्या फोनवर उघडतो',
  here: 'येथेच करा',
  openedTitle: 'आता आपल्या फोनवर पुढे चला',
  openedText: 'पान आपल्या फोनवर उघडले आहे. तेथे पूर्ण झाल्यावर निकाल येथे दिसेल.',
  expiredTitle: 'या कोडची मुदत संपली आहे',
  expiredText: 'तो दोन मिनिटे चालतो. नवा कोड घ्या, किंवा येथेच करा.',
  endedTitle: 'फोनवर कोणताही निर्णय झाला नाही',
  endedText: 'नवा कोड घ्या, येथेच करा, किंवा स्वागतकक्षात जा.',
  failedTitle: 'हे सध्या होऊ शकत नाही',
  failedText: 'कृपया येथेच करा.',
  again: 'नवा कोड',
};
