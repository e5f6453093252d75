/**
 * Which program this is. A test holds it to package.json.
 * Runs everywhere.
 */

/** The version of the product, as package.json has it. */
export const version = '0.1.0';

/** The day from which this version exists (UTC). A clock that stands before it is wrong. */
export const releasedOn = '2026-11-01';
