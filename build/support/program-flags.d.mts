/** The types of program-flags.mjs, for the tests: they run the program as the commands do. */
export declare const programFlags: readonly string[];
