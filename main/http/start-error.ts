/**
 * Why the HTTP host cannot listen, in words, with what to do.
 * Runs in the HTTP host.
 */

/** The server cannot listen. `code` is stable; the message is for people. */
export class HttpStartError extends Error {
  readonly code: 'port-taken' | 'port-forbidden' | 'address-unknown' | 'unknown';

  constructor(code: HttpStartError['code'], message: string) {
    super(message);
    this.name = 'HttpStartError';
    this.code = code;
  }
}

/** Explains what `listen` threw. */
export function explainListenError(error: unknown, bind: string, port: number): HttpStartError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  switch (code) {
    case 'EADDRINUSE':
      return new HttpStartError(
        'port-taken',
        `port ${port} on ${bind} is taken: perhaps Pravesh runs already; end that, or choose another with --port`,
      );
    case 'EACCES':
      return new HttpStartError(
        'port-forbidden',
        `port ${port} on ${bind} may not be used by this user: choose one from 1024 on with --port`,
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new HttpStartError(
        'address-unknown',
        `${bind} is no address of this machine: set http.bind to one of its own, or to 127.0.0.1`,
      );
    default:
      return new HttpStartError('unknown', `cannot listen on ${bind}, port ${port} (${code})`);
  }
}
