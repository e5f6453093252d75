/** `README.txt` of an export: what lies there and how it is checked, in plain words, in English and Hindi. Pure. */
import type { RowRange } from './columns-sql.ts';
import type { ExportJob } from './job.ts';

/** The text for one export. */
export function readmeText({ site, createdAt, table, reveal }: ExportJob, { first, last }: RowRange): string {
  const english = [
    'PRAVESH: AN EXPORT OF THE ENTRY LOG',
    '',
    `Site: ${site.name} (${site.id}), terminal ${site.terminal}`,
    `Entries: ${first} to ${last}. Written ${createdAt} (UTC). Time zone of the site: ${site.timezone}.`,
    '',
    'To check it: open verify.html in a browser and drop this folder on the page. No network is used.',
    '`pravesh verify FOLDER` does the same. Give either an earlier checkpoint.txt, or an earlier export, as well:',
    'only with one can it be said that nothing was cut off or written anew since then.',
    '',
    'entries.jsonl    the entries, one a line: the evidence. All times are in UTC.',
    ...(table
      ? [
          'entries.csv      the same entries for a spreadsheet: a view, not the evidence.',
          '                 An apostrophe before a cell keeps the spreadsheet from taking it for a formula or a number.',
        ]
      : []),
    ...(reveal
      ? ['subjects.jsonl   what the log keeps of persons. Keep it from others, and delete it when its time is over.']
      : []),
    'leaves.bin       the hash of each entry, to name the one that was changed',
    'checkpoint.txt   the head of the log, signed by the terminal. Keep a copy of it somewhere else.',
    'pravesh.pub      the key of the terminal. Compare it with the one that the operator gave you.',
    'proofs.json      what ties these entries to the checkpoint, and it to the one exported before',
    'manifest.json    the files with their sizes and hashes; manifest.note is the signature over it',
  ];
  const hindi = [
    'प्रवेश: प्रविष्टि लॉग का निर्यात',
    '',
    `स्थान: ${site.name} (${site.id}), टर्मिनल ${site.terminal}`,
    `प्रविष्टियाँ: ${first} से ${last} तक। लिखा गया ${createdAt} (UTC)।`,
    '',
    'जाँचने के लिए: verify.html को ब्राउज़र में खोलें और यह फ़ोल्डर उस पन्ने पर छोड़ें। नेटवर्क की ज़रूरत नहीं है।',
    'साथ में कोई पुराना checkpoint.txt या पुराना निर्यात भी दें: तभी कहा जा सकता है कि उसके बाद कुछ काटा या',
    'दोबारा नहीं लिखा गया।',
    '',
    'entries.jsonl    प्रविष्टियाँ, हर पंक्ति में एक: यही प्रमाण है। सभी समय UTC में हैं।',
    ...(table ? ['entries.csv      वही प्रविष्टियाँ स्प्रेडशीट के लिए: केवल देखने के लिए, प्रमाण नहीं।'] : []),
    ...(reveal ? ['subjects.jsonl   व्यक्तियों के बारे में जो लॉग रखता है। इसे दूसरों से बचाकर रखें और समय पूरा होने पर मिटा दें।'] : []),
    'leaves.bin       हर प्रविष्टि का हैश, ताकि बदली गई प्रविष्टि का पता चले',
    'checkpoint.txt   लॉग का शीर्ष, टर्मिनल के हस्ताक्षर के साथ। इसकी एक प्रति कहीं और रखें।',
    'pravesh.pub      टर्मिनल की कुंजी। इसे संचालक की दी हुई कुंजी से मिलाएँ।',
    'proofs.json      जो इन प्रविष्टियों को checkpoint से और उसे पिछले निर्यात से जोड़ता है',
    'manifest.json    फ़ाइलें, उनके आकार और हैश; manifest.note उस पर हस्ताक्षर है',
  ];
  return `${[...english, '', '', ...hindi].join('\r\n')}\r\n`;
}
