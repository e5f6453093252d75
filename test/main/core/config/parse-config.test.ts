/** From pravesh.yml to settings: the defaults, every key, and every mistake with its place and reason. */
import { describe, expect, it } from 'vitest';
import { exampleConfig } from '../../../../main/core/config/example.ts';
import { problemsOf, settingsOf, smallest } from './parse.ts';

/** The smallest configuration with lines of its own after it: they begin at line 4. */
const withLines = (lines: string) => `${smallest}${lines}`;
/** A public key of age; nobody has its secret half. */
const sealKey = 'age19fmgagz05shjgljse77f623k9t3vemjhmsejppzgm953zrducszshttzqa';
/** A public key of passes; nobody has its secret half. */
const passKey = 'hq/gate-2+X5c_Kavy10ifr1pD-jp7Mmlb5GPsBBHwPn7R7nYCrxk';
const withPasses = (keys: string) => withLines(`passes: {${keys}}`);
const withGate = (keys: string) => withLines(`actions: {onAdmitted: {${keys}}}`);
const sealed = (to: string) => withLines(`privacy: {identity: sealed, sealTo: ${to}}`);
const withUpstream = (keys: string) => smallest.replace('apiKey: key-of-the-test', `apiKey: k, ${keys}`);

describe('a configuration', () => {
  it('needs little and has defaults for the rest', () => {
    expect(settingsOf(smallest)).toEqual({
      site: { id: 'hq', name: 'Head Office', terminal: 'gate-1', timezone: 'Asia/Kolkata' },
      upstream: {
        baseUrl: 'https://upstream.example/api',
        apiKey: 'key-of-the-test',
        userAgent: expect.stringMatching(/^Pravesh\/\d+\.\d+\.\d+$/),
        signature: { mode: 'when-present', algorithms: ['EdDSA', 'ES256', 'RS256'] },
        otp: { validMs: 180_000, resendMs: 180_000 },
        timeouts: { connectMs: 5_000, headersMs: 10_000, bodyMs: 10_000 },
      },
      policy: { purposes: { visitor: { admit: [2], refer: [1], label: {} } } },
      privacy: {
        identity: 'masked',
        keep: { min: '1 year', max: '13 months' },
        hideUnknown: false,
        contact: {},
      },
      limits: { perNumber: { per10Minutes: 3, perDay: 6 }, upstream: { calls: 100, seconds: 300 }, open: 256 },
      kiosk: {
        mode: 'kiosk',
        languages: ['en', 'hi'],
        idleSeconds: 45,
        resultSeconds: 8,
        sound: { volume: 60, mute: false },
        digits: 'latin',
        brand: {},
        ownPhone: false,
      },
      inside: { count: false },
      export: { folders: [] },
      passes: { purposes: [], hours: 12, trust: [] },
      http: { port: 4780, bind: '127.0.0.1', trustedProxies: [] },
      actions: {},
      receipts: { validMs: 600_000, rotateDays: 90 },
      backups: { keep: 2 },
      demo: false,
    });
  });

  it('takes a program or an address for the gate', () => {
    const command = ['/usr/local/bin/open-gate', '$(x)'];
    expect(settingsOf(withGate(`command: ${JSON.stringify(command)}`)).actions).toEqual({
      onAdmitted: { command, timeoutMs: 5_000 },
    });
    expect(settingsOf(withGate('url: "http://127.0.0.1:9000/open?gate=2", seconds: 1.5')).actions).toEqual({
      onAdmitted: { url: 'http://127.0.0.1:9000/open?gate=2', timeoutMs: 1_500 },
    });
  });

  it('takes one recipient or several to seal to, times for one purpose, and a desk for each language', () => {
    expect(settingsOf(sealed(sealKey)).privacy).toMatchObject({ identity: 'sealed', sealTo: [sealKey] });
    expect(settingsOf(sealed(`[${sealKey}]`)).privacy.sealTo).toEqual([sealKey]);
    const own = smallest.replace('refer: [1]', 'refer: [1], keep: {min: 2 years, max: 30 months}');
    expect(settingsOf(own).policy.purposes.visitor?.keep).toEqual({ min: '2 years', max: '30 months' });
    const desks = withLines('privacy: {contact: {desk: {en: Room 3, hi: कमरा 3}}}');
    expect(settingsOf(desks).privacy.contact).toEqual({ desk: { en: 'Room 3', hi: 'कमरा 3' } });
  });

  it('says everything that may be said', () => {
    const text = `site: {id: hq, name: " Head Office ", terminal: gate-1, timezone: Europe/Berlin}
upstream:
  baseUrl: http://127.0.0.1:4790/api/
  apiKey: {env: PRAVESH_API_KEY}
  userAgent: Venue/1
  signature: required
  jwks: https://upstream.example/keys
  algorithms: [ES256]
  otp: {validSeconds: 60, resendSeconds: 30}
  timeouts: {connectSeconds: 1, headersSeconds: 2.5, bodySeconds: 3}
policy: {purposes: {employee: {admit: [1, 2], label: {en: Staff, hi: कर्मचारी}}, visitor: {refer: [0, 1, 2]}}}
privacy:
  identity: none
  keep: {min: 400 days, max: 2 years}
  contact: {desk: Room 3, phone: "+91 11 2345-6789", url: "https://example.org/privacy"}
limits: {perNumber: {per10Minutes: 1, perDay: 2}, upstream: {calls: 10, seconds: 60}, open: 8}
kiosk: {mode: kiosk, languages: [hi], idleSeconds: 60, resultSeconds: 10, sound: {volume: 35, mute: true}, digits: script, brand: {accent: "#1A5FB4"}}
inside: {count: true, closesAt: "22:00"}
export: {folders: [/srv/exports]}
passes: {purposes: [employee], hours: 36, trust: ["${passKey}"]}
http: {port: 0, bind: "::1", publicUrl: "https://gate-1.example/", trustedProxies: ["::1"]}
`;
    expect(settingsOf(text, { env: { PRAVESH_API_KEY: 'from-the-environment' } })).toEqual({
      site: { id: 'hq', name: 'Head Office', terminal: 'gate-1', timezone: 'Europe/Berlin' },
      upstream: {
        baseUrl: 'http://127.0.0.1:4790/api',
        apiKey: 'from-the-environment',
        userAgent: 'Venue/1',
        signature: { mode: 'required', jwks: { url: 'https://upstream.example/keys' }, algorithms: ['ES256'] },
        otp: { validMs: 60_000, resendMs: 30_000 },
        timeouts: { connectMs: 1_000, headersMs: 2_500, bodyMs: 3_000 },
      },
      policy: {
        purposes: {
          employee: { admit: [1, 2], refer: [], label: { en: 'Staff', hi: 'कर्मचारी' } },
          visitor: { admit: [], refer: [0, 1, 2], label: {} },
        },
      },
      privacy: {
        identity: 'none',
        keep: { min: '400 days', max: '2 years' },
        hideUnknown: false,
        contact: { desk: 'Room 3', phone: '+91 11 2345-6789', url: 'https://example.org/privacy' },
      },
      limits: { perNumber: { per10Minutes: 1, perDay: 2 }, upstream: { calls: 10, seconds: 60 }, open: 8 },
      kiosk: {
        mode: 'kiosk',
        languages: ['hi'],
        idleSeconds: 60,
        resultSeconds: 10,
        sound: { volume: 35, mute: true },
        digits: 'script',
        brand: { accent: '#1a5fb4' },
        ownPhone: false,
      },
      inside: { count: true, closesAt: '22:00' },
      export: { folders: ['/srv/exports'] },
      passes: { purposes: ['employee'], hours: 36, trust: [passKey] },
      http: { port: 0, bind: '::1', publicUrl: 'https://gate-1.example', trustedProxies: ['::1'] },
      actions: {},
      receipts: { validMs: 600_000, rotateDays: 90 },
      backups: { keep: 2 },
      demo: false,
    });
  });
});

describe('the example', () => {
  it('is right as it stands, and says what the defaults are', () => {
    const settings = settingsOf(exampleConfig());
    expect(settings.policy.purposes.visitor?.label.hi).toBe('आगंतुक');
    // Uncommented, it is a whole configuration with the same meaning.
    const uncommented = exampleConfig()
      .replace(/^( *)# (?=(timezone|signature|algorithms|otp|timeouts):)/gm, '$1')
      .replace(/^# ?(?=(limits|kiosk|export|inside|passes|http|receipts|backups):$| {2})/gm, '')
      .replace(/accent: "#\w+"/, '');
    expect(uncommented).toContain('\nlimits:\n  perNumber:');
    expect(settingsOf(uncommented)).toEqual(settings);
  });
});

describe('a mistake', () => {
  it.each([
    // A gate
    [
      withGate('command: [open-gate]'),
      '4:34 actions.onAdmitted.command[0]: must be the whole path of a program: no shell looks for it',
    ],
    [withGate('seconds: 5'), '4:23 actions.onAdmitted: takes one of command and url'],
    [
      withGate('command: [/bin/true], url: "https://gate.example.in/"'),
      '4:23 actions.onAdmitted: takes one of command and url',
    ],
    [
      withGate('url: "http://gate.example.in/"'),
      '4:29 actions.onAdmitted.url: must start with https://; http is for this machine alone (127.0.0.1, localhost)',
    ],
    [
      withGate('url: "https://me:word@gate.example.in/"'),
      '4:29 actions.onAdmitted.url: must have no user, password or # in it',
    ],
    // Passes
    [
      withPasses('purposes: [visitor, staff]'),
      '4:30 passes.purposes[1]: is no purpose of policy.purposes; known there: visitor',
    ],
    [withPasses('purposes: [visitor], hours: 745'), '4:38 passes.hours: must be 744 or less'],
    [
      withPasses('purposes: [visitor], trust: [gate-2]'),
      "4:39 passes.trust[0]: must be the key of a terminal's passes, as",
    ],
    [
      withPasses(`purposes: [visitor], trust: ["${passKey.replace('hq', 'depot')}"]`),
      '4:39 passes.trust[0]: is a key of another site',
    ],
    [
      withPasses(`purposes: [visitor], trust: ["${passKey.slice(0, -1)}l"]`),
      '4:39 passes.trust[0]: must be the key of',
    ],
    [withPasses(`trust: ["${passKey}"]`), '4:17 passes.trust: has no effect while passes.purposes is empty'],
    [withLines('export: {folders: [exports]}'), '4:20 export.folders[0]: must be the whole path of a folder'],
    // What a group takes
    [withLines('extra: 1'), '4:1 extra: is not a key of the configuration; known here: site, upstream, '],
    [withLines('privcy: {}'), '4:1 privcy: is not a key of the configuration; did you mean "privacy"?'],
    [
      withLines('kiosk: {idleSecond: 50}'),
      '4:9 kiosk.idleSecond: is not a key of the configuration; did you mean "idle',
    ],
    [withLines('kiosk:'), '4:7 kiosk: has nothing in it: give it a value or take the line out'],
    [withLines('kiosk: 3'), '4:8 kiosk: must be a group of keys'],
    [withLines('kiosk: [1]'), '4:8 kiosk: must be a group of keys'],
    ['- 1', '1:1 : must be a group of keys'],
    ['', '1:1 : the file is empty; `pravesh config example` prints one to start from'],
    ['# nothing', '1:1 : the file is empty'],
    // site
    [smallest.replace('id: hq, ', ''), '1:1 site.id: is missing'],
    [smallest.replace('hq', 'HQ'), '1:12 site.id: takes 1 to 32 of a-z, 0-9 and -'],
    [smallest.replace('gate-1', 'a'.repeat(33)), '1:45 site.terminal: takes 1 to 32 of a-z, 0-9 and -'],
    [smallest.replace('gate-1', '7'), '1:45 site.terminal: must be text; put quotes around it'],
    [smallest.replace('Head Office', '" "'), '1:22 site.name: must be one line of text'],
    [smallest.replace('Head Office', '"a\\nb"'), '1:22 site.name: must be one line of text'],
    [smallest.replace('gate-1', 'gate-1, timezone: Mars/Base'), '1:63 site.timezone: must be a zone of the IANA list'],
    [smallest.replace('gate-1', 'gate-1, timezone: "+05:30"'), '1:63 site.timezone: must be a zone of the IANA list'],
    // upstream
    [smallest.replace('https://u', 'http://u'), '2:21 upstream.baseUrl: must start with https://; http is for this'],
    [smallest.replace('https://', 'ftp://'), '2:21 upstream.baseUrl: must be an address that starts with https://'],
    [
      smallest.replace('https://', 'https://me:pw@'),
      '2:21 upstream.baseUrl: must have no user, password, ? or # in it',
    ],
    [smallest.replace('/api"', '/api?x=1"'), '2:21 upstream.baseUrl: must have no user, password, ? or # in it'],
    [withUpstream('signature: maybe'), '2:75 upstream.signature: must be "when-present" or "required" or "off"'],
    [withUpstream('signature: required'), '2:75 upstream.signature: is "required", which needs the keys of the upstr'],
    [withUpstream('algorithms: [HS256]'), '2:77 upstream.algorithms[0]: must be "EdDSA" or '],
    [withUpstream('algorithms: []'), '2:76 upstream.algorithms: must have 1 or more entries'],
    [withUpstream('algorithms: [ES256, ES256]'), '2:84 upstream.algorithms[1]: stands in the list a second time'],
    [withUpstream('otp: {validSeconds: 0}'), '2:84 upstream.otp.validSeconds: must be 1 or more'],
    [withUpstream('otp: {validSeconds: 1.5}'), '2:84 upstream.otp.validSeconds: must be a whole number'],
    [withUpstream('timeouts: {connectSeconds: 61}'), '2:91 upstream.timeouts.connectSeconds: must be 60 or less'],
    [withUpstream('userAgent: ""'), '2:75 upstream.userAgent: must be at most 200 letters'],
    // policy
    ['site: {}\nupstream: {}\npolicy: {purposes: {}}', '3:20 policy.purposes: takes 1 to 8 purposes'],
    [
      smallest.replace('[2], refer: [1]', '[2], refer: [1, 2]'),
      '3:54 policy.purposes.visitor.refer[1]: stands under admit',
    ],
    [
      smallest.replace('[2], refer: [1]', '[2, 2]'),
      '3:42 policy.purposes.visitor.admit[1]: stands in the list a second',
    ],
    [smallest.replace('[2], refer: [1]', '[3]'), '3:39 policy.purposes.visitor.admit[0]: must be 0 or 1 or 2'],
    [smallest.replace('[2], refer: [1]', '["2"]'), '3:39 policy.purposes.visitor.admit[0]: must be 0 or 1 or 2'],
    [smallest.replace('[2], refer: [1]', '[]'), '3:30 policy.purposes.visitor: admits and refers nobody'],
    [smallest.replace('visitor', 'Visitor'), '3:30 policy.purposes.Visitor: takes a word of a-z, 0-9 and -'],
    [smallest.replace('[1]', '[1], label: {xx: A}'), '3:63 policy.purposes.visitor.label.xx: is not a key of the'],
    // privacy
    [withLines('privacy: {identity: sealed}'), '4:21 privacy.identity: is "sealed", which needs the public keys'],
    [withLines('privacy: {identity: all}'), '4:21 privacy.identity: must be "none" or "masked" or "full" or "sealed"'],
    [
      withLines(`privacy: {sealTo: ${sealKey}}`),
      '4:19 privacy.sealTo: seals nothing while privacy.identity is "masked"',
    ],
    [sealed('age1xyz'), '4:37 privacy.sealTo: must be an age public key'],
    [sealed(`[${sealKey}, age1xyz]`), '4:102 privacy.sealTo[1]: must be an age public key'],
    [sealed(sealKey.replace('age19f', 'age19g')), '4:37 privacy.sealTo: must be an age public key'],
    [sealed('AGE-SECRET-KEY-1QQQ'), '4:37 privacy.sealTo: is a secret key: take it off this machine'],
    [sealed(`[${sealKey}, ${sealKey}]`), '4:102 privacy.sealTo[1]: stands in the list a second time'],
    [sealed('[]'), '4:37 privacy.sealTo: must have 1 or more entries'],
    [sealed('7'), '4:37 privacy.sealTo: must be a list'],
    [
      withLines('privacy: {contact: {desk: {xx: R}}}'),
      '4:28 privacy.contact.desk.xx: is not a key of the configuration',
    ],
    [withLines('privacy: {contact: {desk: {en: ""}}}'), '4:32 privacy.contact.desk.en: must be one line of text'],
    [withLines('privacy: {contact: {desk: [a]}}'), '4:27 privacy.contact.desk: must be a group of keys'],
    [
      smallest.replace('refer: [1]', 'refer: [1], keep: {min: 2 years, max: 1 year}'),
      '3:81 policy.purposes.visitor.keep.max: is shorter than the min beside it (2 years)',
    ],
    [
      smallest.replace('refer: [1]', 'refer: [1], keep: {max: 1 year}'),
      '3:55 policy.purposes.visitor.keep.min: is missing',
    ],
    [withLines('privacy: {keep: {min: soon}}'), '4:23 privacy.keep.min: must be a period, as 90 days'],
    [withLines('privacy: {keep: {min: 0 days}}'), '4:23 privacy.keep.min: must be a period'],
    [withLines('privacy: {keep: {min: 14 months}}'), '4:11 privacy.keep.max: is shorter than the min beside it (14'],
    [withLines('privacy: {keep: {min: 31 days, max: 1 month}}'), '4:37 privacy.keep.max: is shorter than the min'],
    [withLines('privacy: {contact: {phone: call me}}'), '4:28 privacy.contact.phone: must be a telephone number'],
    [withLines('privacy: {contact: {url: "http://x"}}'), '4:26 privacy.contact.url: must be an address that starts w'],
    // limits: promises, so the reason is said
    [
      withLines('limits: {perNumber: {per10Minutes: 4}}'),
      '4:36 limits.perNumber.per10Minutes: must be 3 or less: no num',
    ],
    [withLines('limits: {perNumber: {perDay: 7}}'), '4:30 limits.perNumber.perDay: must be 6 or less: no number is s'],
    [withLines('limits: {perNumber: {perDay: 0}}'), '4:30 limits.perNumber.perDay: must be 1 or more'],
    [withLines('limits: {upstream: {calls: 2}}'), '4:28 limits.upstream.calls: must be 3 or more'],
    [withLines('limits: {open: 0}'), '4:16 limits.open: must be 1 or more'],
    // kiosk; http has a test of its own
    [withLines('kiosk: {languages: [fr]}'), '4:21 kiosk.languages[0]: must be "en" or "hi" or "mr"'],
    [withLines('kiosk: {languages: []}'), '4:20 kiosk.languages: must have 1 or more entries'],
    [withLines('kiosk: {languages: en}'), '4:20 kiosk.languages: must be a list: [one, two]'],
    [withLines('kiosk: {idleSeconds: 19}'), '4:22 kiosk.idleSeconds: must be 20 or more'],
    [withLines('kiosk: {resultSeconds: 61}'), '4:24 kiosk.resultSeconds: must be 60 or less'],
    [withLines('kiosk: {sound: {volume: 101}}'), '4:25 kiosk.sound.volume: must be 100 or less'],
    [withLines('kiosk: {brand: {accent: "#fff"}}'), '4:25 kiosk.brand.accent: must be a colour as "#1a5fb4"'],
    [
      withLines('kiosk: {brand: {accent: "#3584e4"}}'),
      '4:25 kiosk.brand.accent: white text on it has a contrast of 3.76',
    ],
    [withLines('http: {port: 65536}'), '4:14 http.port: must be 65535 or less'],
  ])('in %j is told', (text, problem) => {
    const problems = problemsOf(text);
    expect(
      problems.some((each) => each.startsWith(problem)),
      problems.join('\n'),
    ).toBe(true);
  });

  it('does not hide the others: all are told, in the order of the file', () => {
    const text = `site: {id: HQ, terminal: gate-1}
upstream: {baseUrl: x, apiKey: {env: NONE}, signature: required, extra: 1}
policy: {purposes: {visitor: {admit: [9]}, b: {admit: [1], refer: [1]}}}
kiosk: {idleSeconds: 1}
`;
    expect(problemsOf(text)).toEqual([
      '1:1 site.name: is missing',
      '1:12 site.id: takes 1 to 32 of a-z, 0-9 and -',
      '2:21 upstream.baseUrl: must be an address that starts with https://',
      '2:32 upstream.apiKey: the environment variable that it names is not set',
      expect.stringContaining('2:56 upstream.signature: is "required", which needs the keys'),
      expect.stringContaining('2:66 upstream.extra: is not a key of the configuration'),
      '3:39 policy.purposes.visitor.admit[0]: must be 0 or 1 or 2',
      '3:68 policy.purposes.b.refer[0]: stands under admit too: choose one',
      '4:22 kiosk.idleSeconds: must be 20 or more',
    ]);
  });
});
