/**
 * How the program's Node is set. Runs in the Node of the machine; built-ins alone.
 */

/**
 * The flags of Node and V8 that the built program runs with. A small young generation is swept often and stays small:
 * left to itself V8 lets it grow to 128 MB under load, keeps it, and a kiosk has no such memory to spare. It can only
 * be set when the process starts.
 */
export const programFlags = ['--enable-source-maps', '--max-semi-space-size=4'];
