/**
 * A part of an entry with a heading, and a list of what is known, word beside word.
 * Runs in the operator face.
 */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import './entry-dialog.css';

/** A part with a heading of its own. */
export function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  const id = useId();
  return (
    <section class="entry-part" aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

/** What is known; what has no value is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ComponentChildren])[] }) {
  const known = facts.filter(([, value]) => value !== null && value !== '');
  return known.length === 0 ? null : (
    <dl class="facts">
      {known.map(([name, value]) => (
        <div key={name} class="fact">
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
