/**
 * The words of "Use my own phone" in Punjabi.
 * Runs in the face.
 */
import type { PhoneWords } from './en.ts';

export const pa: PhoneWords = {
  offer: 'ਆਪਣੇ ਫ਼ੋਨ ਉੱਤੇ ਕਰੋ',
  title: 'ਆਪਣੇ ਫ਼ੋਨ ਉੱਤੇ ਅੱਗੇ ਵਧੋ',
  asked: 'ਇੱਕ ਪਲ, ਕੋਡ ਬਣ ਰਿਹਾ ਹੈ।',
  scan: 'ਫ਼ੋਨ ਦਾ ਕੈਮਰਾ ਇਸ ਕੋਡ ਸਾਹਮਣੇ ਰੱਖੋ।',
  open: 'ਫ਼ੋਨ ਜੋ ਪੰਨਾ ਦਿਖਾਵੇ, ਉਹ ਖੋਲ੍ਹੋ।',
  answer: 'ਉੱਥੇ ਜਵਾਬ ਦਿਓ। ਨਤੀਜਾ ਇੱਥੇ ਦਿਖੇਗਾ।',
  code: 'QR ਕੋਡ: ਇਹ ਇਸ ਜਾਂਚ ਨੂੰ ਤੁਹਾਡੇ ਫ਼ੋਨ ਉੱਤੇ ਖੋਲ੍ਹਦਾ ਹੈ',
  here: 'ਇੱਥੇ ਹੀ ਕਰੋ',
  openedTitle: 'ਹੁਣ ਆਪਣੇ ਫ਼ੋਨ ਉੱਤੇ ਅੱਗੇ ਵਧੋ',
  openedText: 'ਪੰਨਾ ਤੁਹਾਡੇ ਫ਼ੋਨ ਉੱਤੇ ਖੁੱਲ੍ਹ ਗਿਆ ਹੈ। ਉੱਥੇ ਪੂਰਾ ਹੋਣ ਉੱਤੇ ਨਤੀਜਾ ਇੱਥੇ ਦਿਖੇਗਾ।',
  expiredTitle: 'ਇਸ ਕੋਡ ਦੀ ਮਿਆਦ ਮੁੱਕ ਗਈ',
  expiredText: 'ਇਹ ਦੋ ਮਿੰਟ ਚੱਲਦਾ ਹੈ। ਨਵਾਂ ਕੋਡ ਲਵੋ, ਜਾਂ ਇੱਥੇ ਹੀ ਕਰੋ।',
  endedTitle: 'ਫ਼ੋਨ ਉੱਤੇ ਕੋਈ ਫ਼ੈਸਲਾ ਨਹੀਂ ਹੋਇਆ',
  endedText: 'ਨਵਾਂ ਕੋਡ ਲਵੋ, ਇੱਥੇ ਹੀ ਕਰੋ, ਜਾਂ ਰਿਸੈਪਸ਼ਨ ਉੱਤੇ ਜਾਓ।',
  failedTitle: 'ਇਹ ਇਸ ਵੇਲੇ ਨਹੀਂ ਹੋ ਸਕਦਾ',
  failedText: 'ਕਿਰਪਾ ਕਰਕੇ ਇੱਥੇ ਹੀ ਕਰੋ।',
  again: 'ਨਵਾਂ ਕੋਡ',
};
