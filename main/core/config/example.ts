/**
 * The configuration that `pravesh config example` prints: complete, commented, and one that parses.
 * Part of the core.
 */

const example = `# Pravesh: the configuration of one terminal. \`pravesh config check FILE\` tells whether it is right.
# What is commented out shows the default.

site:
  id: hq                       # a-z, 0-9 and -; stands in every row of the log
  name: Head Office            # what visitors read
  terminal: gate-1             # which of the venue's terminals this is
  # timezone: Asia/Kolkata

upstream:
  baseUrl: https://cdn-api.co-vin.in/api
  # The key that the service issued to the venue. Better kept outside of this file:
  #   {file: ./api-key.txt}    the first and only line of a file beside this one
  #   {env: PRAVESH_API_KEY}   an environment variable
  apiKey: "write-the-key-here"
  # Signatures of the answers: required | when-present | off. "required" needs jwks, an https address or a file.
  # signature: when-present
  # jwks: ./keys.json
  # algorithms: [EdDSA, ES256, RS256]
  # otp: {validSeconds: 180, resendSeconds: 180}
  # timeouts: {connectSeconds: 5, headersSeconds: 10, bodySeconds: 10}

policy:
  # The upstream answers 0 (not), 1 (partially) or 2 (fully vaccinated).
  # "admit" lets in, "refer" sends to a person, all else is refused.
  purposes:
    visitor:
      admit: [2]
      refer: [1]
      label: {en: Visitor, hi: आगंतुक}
    employee:
      admit: [1, 2]
      label: {en: Employee, hi: कर्मचारी}
      # keep: {min: 1 year, max: 3 years}   # where it is not as privacy.keep says

privacy:
  # What the log keeps of a person: none | masked | full | sealed. Sealed, nobody reads it on this terminal: only
  # who has the secret half of a key in sealTo (age-keygen makes such keys), elsewhere.
  identity: masked
  # sealTo: [age1...]
  # What is of a person is erased by the calendar, after "min" and by "max".
  keep: {min: 1 year, max: 13 months}
  # Whom visitors ask, complain to, or tell that they withdraw.
  contact:
    # One text for all languages, or one for each.
    desk: {en: "Reception, ground floor", hi: "रिसेप्शन, भूतल"}
    # phone: "+91 11 2345 6789"
    # url: https://example.org/privacy

# limits:
#   perNumber: {per10Minutes: 3, perDay: 6}   # codes that one number is sent; may be lowered, not raised
#   upstream: {calls: 100, seconds: 300}      # what the upstream allows this address; a visit takes three calls
#   open: 256                                 # visits that may be under way at once

# kiosk:
#   mode: kiosk                # reception: staff at a desk, who may hand the screen to a visitor
#   languages: [en, hi]
#   idleSeconds: 45            # without a touch, until it asks whether somebody is there
#   resultSeconds: 8           # how long a result stands
#   sound: {volume: 60, mute: false}   # of the sounds, in percent; reading aloud has a volume of its own
#   digits: latin              # script: times and counts in the digits of the language's script
#   brand: {accent: "#1a5fb4"} # the venue's colour; white text must be readable on it
#   # beside it: mark: ./mark.svg (SVG or PNG), picture: ./hall.jpg (PNG or JPEG of 800 x 800 pixels or more), both for
#   # the start screen, and welcome: {en: "Welcome to the museum", hi: "संग्रहालय में स्वागत है"}
#   ownPhone: false            # true: visitors may go on with their own phone; needs http.publicUrl or http.bind

# export:
#   folders: []                # ["/srv/exports"]: where exports may go beside a USB stick

# inside:
#   count: false               # true: how many people are inside; with closesAt: "22:00" everybody has left by then

# passes:
#   purposes: []               # [employee]: staff who were verified come back with a QR code, without an SMS
#   hours: 12                  # how long from the verification, 1 to 744
#   trust: []                  # the other terminals of this site, as their \`pravesh doctor\` prints "pass key"

# http:
#   port: 4780
#   bind: 127.0.0.1            # this machine alone; others reach the API and the embedded page, never the kiosk
#   # tls: {cert: ./gate-1.pem, key: ./gate-1.key}    # files in PEM, the chain in the first
#   # publicUrl: https://gate-1.example.in            # how others reach this terminal
#   trustedProxies: []         # [10.0.0.5]: the proxy in front, where that one has the certificate

# actions:
#   # Whenever somebody is let in at this terminal: once, at once, never later. A whole path and arguments, for no shell:
#   # onAdmitted: {command: [/usr/local/bin/open-gate, "2"], seconds: 5}
#   # Or a message, signed with what \`pravesh config gate-secret\` prints:
#   # onAdmitted: {url: "https://gate.example.in/open", seconds: 5}

# receipts:
#   validMinutes: 10           # how long another system may take a receipt for the decision, 1 to 1440
#   rotateDays: 90             # how long one key signs them; the next is shown for a day before

# backups:
#   keep: 2                    # copies of the log beside it, one a day, 0 to 7: they mend a damaged file
#                              # (pravesh doctor --repair), not a lost disk; with every erasure a new one begins

# updates:                     # newer versions of the packaged program; without a feed it never asks
#   # feed: https://updates.example.in/pravesh
#   # quietHours: "02:00-04:00"   # by the clock of site.timezone; and never while somebody is being served

# health:                      # tells another machine that this one lives, and how it is: counts and ages, no person
#   # heartbeat: {url: "https://watch.example.in/gate-1", everyMinutes: 5}
`;

/** A commented `pravesh.yml` to start from. It parses as it is; the API key in it opens nothing. */
export function exampleConfig(): string {
  return example;
}
