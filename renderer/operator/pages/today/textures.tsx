/**
 * What tells the parts of a bar apart besides their colour: each has a texture of its own, the same in chart and legend.
 * Runs in the operator face.
 */
import type { BarPart } from './hour-bars.ts';

/** A tile of 8 by 8: its ground, and the lines on it as an SVG path. */
interface Texture {
  /** A colour of operator.css, without its dashes. */
  readonly ground: string;
  readonly ink: string;
  readonly lines: string;
}

const tile = 8;

const textures: Readonly<Record<BarPart, Texture>> = {
  admitted: { ground: 'tone-admitted', ink: 'tone-admitted', lines: '' },
  referred: { ground: 'tone-referred-tint', ink: 'tone-referred', lines: 'M-2 6 6-2M2 10 10 2' },
  refused: { ground: 'tone-refused', ink: 'tone-refused-tint', lines: 'M2 2l4 4m0-4-4 4' },
  declined: { ground: 'tone-declined-tint', ink: 'tone-declined', lines: 'M4 3v2M0 7v2M8 7v2' },
  'not-verified': { ground: 'tone-not-verified-tint', ink: 'tone-not-verified', lines: 'M0 4h8' },
  fault: { ground: 'tone-fault-tint', ink: 'tone-fault', lines: 'M4 0v8' },
  'by-hand': { ground: 'surface', ink: 'ink-soft', lines: 'M2-2 10 6M-2 2 6 10' },
};

/** What a canvas fills with: the tile of a part, in the colours that hold at this element. */
export function fillOf(part: BarPart, at: HTMLElement): CanvasPattern | string {
  const { ground, ink, lines } = textures[part];
  const scale = window.devicePixelRatio;
  const canvas = document.createElement('canvas');
  canvas.width = tile * scale;
  canvas.height = tile * scale;
  const context = canvas.getContext('2d');
  if (context === null) {
    return colourOf(ground, at);
  }
  context.scale(scale, scale);
  context.fillStyle = colourOf(ground, at);
  context.fillRect(0, 0, tile, tile);
  context.strokeStyle = colourOf(ink, at);
  context.lineWidth = 1.5;
  context.stroke(new Path2D(lines));
  return context.createPattern(canvas, 'repeat') ?? colourOf(ground, at);
}

/** The line around a part. */
export function edgeOf(part: BarPart, at: HTMLElement): string {
  return colourOf(part === 'refused' ? 'tone-refused' : textures[part].ink, at);
}

/** A colour of the style sheets as a canvas takes it: only an element knows what it comes to, in light and in dark. */
export function colourOf(token: string, at: HTMLElement): string {
  const probe = document.createElement('span');
  probe.style.color = `var(--${token})`;
  at.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** The same tile for the legend. */
export function Swatch({ part }: { readonly part: BarPart }) {
  const { ground, ink, lines } = textures[part];
  const id = `texture-${part}`;
  return (
    <svg class="swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <pattern id={id} width={tile} height={tile} patternUnits="userSpaceOnUse">
        <path d="M0 0h8v8H0z" fill={`var(--${ground})`} />
        <path d={lines} stroke={`var(--${ink})`} stroke-width="1.5" />
      </pattern>
      <rect x="0.5" y="0.5" width="15" height="15" fill={`url(#${id})`} stroke={`var(--${ink})`} />
    </svg>
  );
}
