/**
 * The words of the page "Today".
 * Runs in the operator face.
 */
import { defineWords } from '../../words.ts';

export const todayWords = defineWords(
  {
    title: 'Today',
    counts: 'How visits ended',
    byHand: 'Decided by hand',
    byHandOf: '{admitted} admitted, {referred} sent to reception, {refused} not admitted',
    waiting: 'In the middle of a visit',
    inside: 'Inside now',
    hours: 'By hour',
    hoursNone: 'No visits on this day.',
    hoursSum: {
      one: '{count} visit on this day; the busiest hour began at {hour}.',
      other: '{count} visits on this day; the busiest hour began at {hour}.',
    },
    asTable: 'As a table',
    hour: 'Hour',
    all: 'All',
    latest: 'Just now',
    latestNone: 'New entries appear here as they come.',
    entry: 'Entry {seq}',
    health: 'Health',
    day: 'Day',
    earlier: 'The day before',
    later: 'The day after',
    now: 'Today',
  },
  {
    title: 'आज',
    counts: 'आगमन के परिणाम',
    byHand: 'स्वयं दर्ज निर्णय',
    byHandOf: '{admitted} को प्रवेश दिया, {referred} रिसेप्शन भेजे, {refused} को प्रवेश नहीं दिया',
    waiting: 'अभी प्रक्रिया में',
    inside: 'अभी अंदर',
    hours: 'घंटे के अनुसार',
    hoursNone: 'इस दिन कोई आगमन नहीं हुआ।',
    hoursSum: {
      one: 'इस दिन {count} आगमन; सबसे व्यस्त घंटा {hour} से शुरू हुआ।',
      other: 'इस दिन {count} आगमन; सबसे व्यस्त घंटा {hour} से शुरू हुआ।',
    },
    asTable: 'तालिका में देखें',
    hour: 'घंटा',
    all: 'कुल',
    latest: 'अभी-अभी',
    latestNone: 'नई प्रविष्टियाँ आते ही यहाँ दिखेंगी।',
    entry: 'प्रविष्टि {seq}',
    health: 'स्थिति',
    day: 'दिन',
    earlier: 'पिछला दिन',
    later: 'अगला दिन',
    now: 'आज',
  },
);
