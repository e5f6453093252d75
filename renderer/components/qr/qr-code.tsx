/**
 * A QR code for somebody's own phone; black on white in every theme, because that is what readers know.
 * Runs in the face.
 */
import { useEffect, useState } from 'preact/hooks';
import './qr.css';
import { makeQrPath, type QrPath } from './qr-path.ts';

export interface QrCodeProps {
  readonly text: string;
  /** What it leads to, for those who cannot see it. */
  readonly name: string;
}

/** Shows the code once it is made; what it says stands beside it as text, so nothing is lost without it. */
export function QrCode({ text, name }: QrCodeProps) {
  const [code, setCode] = useState<QrPath>();
  useEffect(() => {
    let gone = false;
    makeQrPath(text).then(
      (made) => gone || setCode(made),
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [text]);
  if (code === undefined) {
    return null;
  }
  const { size, path } = code;
  return (
    <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={name} shape-rendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
