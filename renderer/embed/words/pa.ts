/**
 * What the embedded page says in Punjabi.
 * Runs in the embedded page, loaded when somebody asks for it.
 */
import type { PageWords } from './en.ts';

export const pa: PageWords = {
  instead: {
    'common.done': 'ਬੰਦ ਕਰੋ',
    'result.admittedTodo': 'ਤੁਹਾਨੂੰ ਦਾਖਲੇ ਦੀ ਇਜਾਜ਼ਤ ਹੈ। ਤੁਸੀਂ ਅੱਗੇ ਵਧ ਸਕਦੇ ਹੋ।',
    'failure.terminal': 'ਇਹ ਪੰਨਾ ਇਸ ਵੇਲੇ ਆਪਣਾ ਕੰਮ ਨਹੀਂ ਕਰ ਸਕਦਾ।',
    'help.text': 'ਕਿਰਪਾ ਕਰਕੇ ਰਿਸੈਪਸ਼ਨ ਉੱਤੇ ਜਾਓ। ਉੱਥੇ ਇਸ ਪੰਨੇ ਤੋਂ ਬਿਨਾਂ ਵੀ ਮਦਦ ਮਿਲ ਸਕਦੀ ਹੈ।',
    'order.title': 'ਇਸ ਵੇਲੇ ਉਪਲਬਧ ਨਹੀਂ',
    'order.text': 'ਇਹ ਪੰਨਾ ਇਸ ਵੇਲੇ ਨਹੀਂ ਵਰਤਿਆ ਜਾ ਸਕਦਾ। ਕਿਰਪਾ ਕਰਕੇ ਰਿਸੈਪਸ਼ਨ ਉੱਤੇ ਜਾਓ।',
    'moment.text': 'ਇਹ ਪੰਨਾ ਛੇਤੀ ਫਿਰ ਤਿਆਰ ਹੋਵੇਗਾ। ਵੱਧ ਸਮਾਂ ਲੱਗੇ ਤਾਂ ਕਿਰਪਾ ਕਰਕੇ ਰਿਸੈਪਸ਼ਨ ਉੱਤੇ ਜਾਓ।',
  },
  own: {
    left: 'ਇਹ ਜਾਂਚ ਮੁੱਕ ਗਈ ਹੈ',
    leftText: 'ਤੁਹਾਡਾ ਲਿਖਿਆ ਮਿਟਾ ਦਿੱਤਾ ਹੈ। ਕੋਈ ਫ਼ੈਸਲਾ ਨਹੀਂ ਹੋਇਆ।',
    again: 'ਫਿਰ ਸ਼ੁਰੂ ਕਰੋ',
    finished: 'ਪੂਰਾ ਹੋਇਆ',
    finishedText: 'ਹੁਣ ਤੁਸੀਂ ਇਹ ਪੰਨਾ ਬੰਦ ਕਰ ਸਕਦੇ ਹੋ।',
    finishedPhoneText: 'ਫ਼ੋਨ ਰੱਖ ਦਿਓ, ਅਤੇ ਦਾਖਲੇ ਵਾਲੀ ਸਕਰੀਨ ਉੱਤੇ ਅੱਗੇ ਵਧੋ।',
    putAway: 'ਫ਼ੋਨ ਰੱਖ ਸਕਦੇ ਹੋ: ਨਤੀਜਾ ਦਾਖਲੇ ਵਾਲੀ ਸਕਰੀਨ ਉੱਤੇ ਵੀ ਦਿਖਦਾ ਹੈ।',
    overPhone: 'ਇਹ ਲਿੰਕ ਹੁਣ ਨਹੀਂ ਚੱਲਦਾ',
    overPhoneText: 'ਇਹ ਇੱਕੋ ਵਾਰ, ਥੋੜ੍ਹੇ ਸਮੇਂ ਲਈ ਚੱਲਦਾ ਹੈ। ਮਸ਼ੀਨ ਤੁਹਾਨੂੰ ਨਵਾਂ ਦਿਖਾਵੇਗੀ।',
    overParty: 'ਇਹ ਪੰਨਾ ਨਹੀਂ ਵਰਤਿਆ ਜਾ ਸਕਦਾ',
    overPartyText: 'ਤੁਸੀਂ ਜਿਸ ਪੰਨੇ ਤੋਂ ਆਏ, ਉਹ ਇੱਥੇ ਨਾ ਮਿਲਣ ਵਾਲੀ ਚੀਜ਼ ਮੰਗਦਾ ਹੈ। ਕਿਰਪਾ ਕਰਕੇ ਉਨ੍ਹਾਂ ਨੂੰ ਦੱਸੋ।',
  },
};
