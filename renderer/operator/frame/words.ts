/**
 * The words of what stands around every page of the desk.
 * Runs in the operator face.
 */
import { defineWords } from '../words.ts';

export const frameWords = defineWords(
  {
    navigation: 'Pages',
    desk: 'Desk',
    lock: 'Lock',
    reception: 'Reception',
    manager: 'Manager',
    language: 'Language',
    newVisitor: 'New visitor',
    onScreen: 'On the visitor’s screen',
    onScreenDone: 'The visit begins on the visitor’s screen.',
    onScreenNone: 'No screen for visitors is open at the moment.',
    locksIn: { one: 'The desk locks in {count} second.', other: 'The desk locks in {count} seconds.' },
    stay: 'Stay',
    demo: 'Demonstration',
    waiting: 'One moment …',
    gone: 'The program behind this page does not answer. This page tries again by itself.',
    shutOut: 'This page belongs to an earlier start of Pravesh. Close it, and open Pravesh again.',
    crashed: 'Something went wrong on this page. The desk was locked; the page loads itself again.',
  },
  {
    navigation: 'पेज',
    desk: 'डेस्क',
    lock: 'ताला लगाएँ',
    reception: 'रिसेप्शन',
    manager: 'प्रबंधक',
    language: 'भाषा',
    newVisitor: 'नया आगंतुक',
    onScreen: 'आगंतुक की स्क्रीन पर',
    onScreenDone: 'आगंतुक की स्क्रीन पर प्रक्रिया शुरू हो गई है।',
    onScreenNone: 'अभी आगंतुकों की कोई स्क्रीन खुली नहीं है।',
    locksIn: { one: '{count} सेकंड में ताला लग जाएगा।', other: '{count} सेकंड में ताला लग जाएगा।' },
    stay: 'खुला रखें',
    demo: 'प्रदर्शन',
    waiting: 'एक पल …',
    gone: 'इस पेज के पीछे का प्रोग्राम उत्तर नहीं दे रहा। पेज अपने आप फिर कोशिश करेगा।',
    shutOut: 'यह पेज Pravesh के पिछले आरंभ का है। इसे बंद करें और Pravesh फिर से खोलें।',
    crashed: 'इस पेज पर कुछ गड़बड़ हुई। डेस्क पर ताला लगा दिया गया है; पेज अपने आप फिर खुलेगा।',
  },
);
