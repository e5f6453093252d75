/** The findings of a verifier in Hindi; those that only a live log has are said by the CLI, in English. */
import { type Finding, sayFinding } from '../../../main/contract/public.ts';

type Of<S extends Finding['state']> = Extract<Finding, { state: S }>;

const sources = {
  given: 'आपका दिया हुआ पुराना चेकपॉइंट',
  'export-before': 'इससे पहले का निर्यात',
  'own-proof': 'टर्मिनल से पहले निकला चेकपॉइंट',
} as const;

const lineFaults = {
  'not-utf8': 'वह UTF-8 में नहीं है',
  'not-json': 'वह JSON नहीं है',
  'other-columns': 'उसमें ठीक वही स्तंभ नहीं हैं जो प्रविष्टि में होते हैं',
  'not-canonical': 'वह वैसे नहीं लिखी है जैसे लॉग लिखता है',
  'too-long': 'वह किसी भी प्रविष्टि से लंबी है',
  'no-line-feed': 'उसकी पंक्ति पूरी नहीं है',
} as const;

/** Says one finding. */
export function sayFindingInHindi(finding: Finding): string {
  if (finding.state === 'holds') {
    return sayHeld(finding);
  }
  return finding.state === 'fails' ? sayFailed(finding) : sayUnknown(finding);
}

function sayHeld(found: Of<'holds'>): string {
  switch (found.code) {
    case 'key-given':
      return `हस्ताक्षर आपकी दी हुई कुंजी से जाँचे गए: ${found.key}`;
    case 'head-signed':
      return `${found.origin} का ${found.size} प्रविष्टियों का चेकपॉइंट हस्ताक्षरित है। शीर्ष: ${found.root}`;
    case 'rows-hold':
      return found.count === 0
        ? 'निर्यात में कोई प्रविष्टि नहीं है, और चेकपॉइंट भी यही कहता है।'
        : `प्रविष्टियाँ ${found.first} से ${found.last} पूरी हैं, क्रम में हैं और बदली नहीं गईं: ${found.count} प्रविष्टियाँ हस्ताक्षरित शीर्ष तक पहुँचती हैं।`;
    case 'manifest-signed':
      return 'फ़ाइलों की सूची पर टर्मिनल के हस्ताक्षर हैं।';
    case 'files-hold':
      return `निर्यात की बाकी ${found.count} फ़ाइलें वैसी ही हैं, जैसी टर्मिनल ने लिखी थीं।`;
    case 'subjects-hold':
      return `दिखाए गए व्यक्ति वही हैं जिनसे प्रविष्टियाँ बँधी हैं: ${found.count}।`;
    case 'continues':
      return `लॉग इसी को आगे बढ़ाता है: ${sources[found.by]}। उसकी ${found.older} प्रविष्टियाँ इस लॉग की पहली ${found.older} प्रविष्टियाँ हैं।`;
    default:
      return sayFinding(found);
  }
}

function sayFailed(found: Of<'fails'>): string {
  switch (found.code) {
    case 'row-changed':
      return `प्रविष्टि ${found.row} (पंक्ति ${found.line}) बदली गई है।`;
    case 'row-unreadable':
      return `प्रविष्टि ${found.row} (पंक्ति ${found.line}) बिगड़ी हुई है: ${lineFaults[found.fault]}।`;
    case 'row-missing':
      return `प्रविष्टि ${found.row} नहीं है: पंक्ति ${found.line} में दूसरी प्रविष्टि है।`;
    case 'row-moved':
      return `प्रविष्टि ${found.row} अपनी जगह पर नहीं है: पंक्ति ${found.line} में दूसरी प्रविष्टि है।`;
    case 'row-doubled':
      return `प्रविष्टि ${found.row} दो बार है: पंक्ति ${found.line} में फिर से।`;
    case 'row-added':
      return `प्रविष्टि ${found.row} की जगह (पंक्ति ${found.line}) एक ऐसी प्रविष्टि डाली गई है जो लॉग में नहीं है।`;
    case 'rows-cut':
      return `प्रविष्टियाँ जल्दी खत्म हो जाती हैं: ${found.row} से ${found.last} तक नहीं हैं।`;
    case 'rows-differ':
      return `ये वे प्रविष्टियाँ नहीं हैं जिन पर हस्ताक्षर हुए थे। ${found.first} से ${found.last} के बीच कोई प्रविष्टि बदली गई है; leaves.bin, जो उसे बताती, बिगड़ी हुई है या नहीं है।`;
    case 'file-missing':
      return `फ़ाइल ${found.file} नहीं है।`;
    case 'file-changed':
      return `फ़ाइल ${found.file} बदली गई है${found.row === undefined ? '' : `, पहले प्रविष्टि ${found.row} पर`}।`;
    case 'file-unreadable':
      return `फ़ाइल ${found.file} बिगड़ी हुई है: पढ़ी नहीं जा सकती।`;
    case 'file-contradicts':
      return `फ़ाइल ${found.file} इस निर्यात की नहीं है: वह दूसरी फ़ाइलों से मेल नहीं खाती।`;
    case 'key-differs':
      return 'निर्यात में दूसरी कुंजी है, आपकी दी हुई नहीं।';
    case 'head-unsigned':
      return 'चेकपॉइंट पर इस कुंजी के सही हस्ताक्षर नहीं हैं।';
    case 'manifest-unsigned':
      return 'फ़ाइलों की सूची (manifest.json) वह नहीं है जिस पर टर्मिनल ने हस्ताक्षर किए थे, या manifest.note नहीं है।';
    case 'subject-differs':
      return `प्रविष्टि ${found.row} का व्यक्ति वह नहीं है जिससे प्रविष्टि बँधी है (subjects.jsonl)।`;
    case 'subject-unreadable':
      return `subjects.jsonl की पंक्ति ${found.line} बिगड़ी हुई है।`;
    case 'older-unsigned':
      return `इसका उपयोग नहीं हो सकता: ${sources[found.by]}। वह इस कुंजी से हस्ताक्षरित चेकपॉइंट नहीं है।`;
    case 'older-of-other-log':
      return `दूसरे लॉग (${found.origin}) का है: ${sources[found.by]}।`;
    case 'rolled-back':
      return `लॉग में केवल ${found.size} प्रविष्टियाँ हैं, पर ${found.older} होनी चाहिए थीं (${sources[found.by]}): उसका अंत काटा गया, या उसे पहले की दशा में लौटाया गया।`;
    case 'forked':
      return `दो इतिहास हैं: उतनी ही (${found.older}) पर दूसरी प्रविष्टियाँ (${sources[found.by]})।`;
    case 'rewritten':
      return `लॉग फिर से लिखा गया: उसकी पहली ${found.older} प्रविष्टियाँ वे नहीं हैं जो पहले थीं (${sources[found.by]})।`;
    case 'exports-apart':
      return `दो निर्यातों के बीच प्रविष्टियाँ ${found.row} से ${found.last} नहीं हैं।`;
    case 'not-an-export':
      return 'यह फ़ोल्डर Pravesh का निर्यात नहीं है: इसमें न entries.jsonl है, न checkpoint.txt।';
    default:
      return sayFinding(found);
  }
}

function sayUnknown(found: Of<'unknown'>): string {
  switch (found.code) {
    case 'key-from-export':
      return `यह निर्यात किसका है: कुंजी इसी के साथ आई है, इसलिए वह केवल यह दिखाती है कि सब एक साथ का है। इसे टर्मिनल की कुंजी से मिलाएँ: ${found.key}`;
    case 'history-unknown':
      return 'इस चेकपॉइंट से पहले अंत की प्रविष्टियाँ काटी गईं या नहीं, लॉग पीछे किया या फिर से लिखा गया या नहीं। यह केवल टर्मिनल से पहले निकला हुआ चेकपॉइंट बता सकता है।';
    case 'history-known-to':
      return `पुराने चेकपॉइंट के बाद की, यानी ${found.older} के बाद की प्रविष्टियाँ इस चेकपॉइंट से पहले फिर से लिखी गईं या नहीं।`;
    case 'rebuilt-unknown':
      return 'पूरा लॉग उसी की कुंजी से नया बनाया गया या नहीं: जिसके पास टर्मिनल की कुंजी है, वह दूसरे इतिहास पर भी हस्ताक्षर कर सकता है, और कोई फ़ाइल यह नहीं दिखाती। केवल कहीं और रखे हुए चेकपॉइंट और रसीदें दिखाती हैं।';
    case 'older-unreachable':
      return `क्या लॉग इसे आगे बढ़ाता है: ${sources[found.by]} (${found.older} प्रविष्टियाँ)। निर्यात में वहाँ तक कुछ नहीं पहुँचता; बीच के निर्यात भी दें।`;
    case 'file-extra':
      return `${found.file} क्या है: वह निर्यात का भाग नहीं है और देखी नहीं गई।`;
    case 'rows-unproven':
      return 'क्या ये वही प्रविष्टियाँ हैं जिन पर हस्ताक्षर हुए थे: जो उन्हें चेकपॉइंट से जोड़ता है, वह बिगड़ा हुआ है या नहीं है।';
    case 'head-missing':
      return 'इस पर किसने हस्ताक्षर किए: कोई कुंजी नहीं है जो पढ़ी जा सके।';
    default:
      return sayFinding(found);
  }
}
