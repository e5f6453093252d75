/**
 * Which fault of the Fetch port an error of undici, of TLS or of the operating system is.
 * Runs in every Node host.
 */
import type { FetchFaultKind } from '../core/ports.ts';

/** How far a request had come when the error struck. */
export interface FetchStage {
  /** The first byte of the request may have left. */
  readonly sent: boolean;
  /** The headers of the answer have come. */
  readonly answered: boolean;
  /** The address begins with `https:`. */
  readonly secure: boolean;
}

/** Codes that mean one thing at every stage. */
const kindByCode: Readonly<Record<string, FetchFaultKind>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ENODATA: 'dns',
  ESERVFAIL: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timeout',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  EPROTO: 'tls',
  UND_ERR_HEADERS_OVERFLOW: 'too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'protocol',
  UND_ERR_INVALID_ARG: 'protocol',
  UND_ERR_NOT_SUPPORTED: 'protocol',
  ERR_INVALID_URL: 'protocol',
  UND_ERR_CLOSED: 'aborted',
  UND_ERR_DESTROYED: 'aborted',
};

/** Names the fault; an error that nobody knows is named after the stage in which it struck. */
export function faultKindOf(error: unknown, stage: FetchStage): FetchFaultKind {
  const code = codeOf(error);
  // undici's parser promises a code and gives none.
  if (error instanceof Error && error.name === 'HTTPParserError') {
    return 'protocol';
  }
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) {
    return 'tls';
  }
  // A kernel gives up on a connection under the same code as on an established one.
  if (code === 'ETIMEDOUT') {
    return stage.sent ? 'reset' : 'connect-timeout';
  }
  // The other side closed in good order: in the middle of a body that is a truncated answer.
  if (code === 'UND_ERR_SOCKET') {
    return stage.answered ? 'protocol' : 'reset';
  }
  return kindByCode[code] ?? kindByStage(stage);
}

/** The many codes of a certificate that is not accepted have no common prefix; before sending they are all that is left. */
function kindByStage(stage: FetchStage): FetchFaultKind {
  if (stage.sent) {
    return 'reset';
  }
  return stage.secure ? 'tls' : 'refused';
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
