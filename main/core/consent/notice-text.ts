/** The words of a consent notice in one language; `{name}` stands for a fact of the configuration. */
export interface NoticeText {
  readonly title: string;
  /** In the order in which they are read. */
  readonly sections: readonly { readonly id: NoticeSection; readonly heading: string; readonly text: string }[];
  /** What is kept, by privacy setting. */
  readonly kept: Readonly<Record<'none' | 'masked' | 'full' | 'sealed', string>>;
  /** Follows `kept` for each purpose that has times of its own: `{purpose}`, `{min}`, `{max}`. */
  readonly keptFor: string;
  /** Follows what the answer is used for, where the venue gives out passes: `{hours}`. */
  readonly pass: string;
  /** Follows who receives what is asked, where another system has the person verified: `{party}`. */
  readonly told: string;
  /** Where a person is found, when the venue does not say. */
  readonly desk: string;
  readonly units: Readonly<Record<'hour' | 'day' | 'week' | 'month' | 'year', readonly [one: string, many: string]>>;
  /** Stands for the upstream's host in DEMO. */
  readonly demo: string;
  /** Joined to the contact section when the venue gives them. */
  readonly phone: string;
  readonly url: string;
}

/** What a notice itemises (DPDP Rules; screens.md). */
export type NoticeSection = 'asked' | 'receiver' | 'answer' | 'kept' | 'rights';
