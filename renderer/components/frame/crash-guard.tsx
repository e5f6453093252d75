/**
 * When a component fails, the visit ends, a still page says where to go, and the face loads itself again (D5).
 * Runs in the face.
 */
import { Component, type ComponentChildren } from 'preact';

export interface CrashGuardProps {
  readonly children: ComponentChildren;
  /** Shown instead of what has failed. */
  readonly instead: ComponentChildren;
  /** Called once, when something has failed. */
  onCrash(): void;
}

interface Crash {
  readonly crashed: boolean;
}

/** Guards what is inside it. What went wrong is not shown: it could hold what was typed. */
export class CrashGuard extends Component<CrashGuardProps, Crash> {
  override state: Crash = { crashed: false };

  static override getDerivedStateFromError(): Crash {
    return { crashed: true };
  }

  override componentDidCatch(): void {
    this.props.onCrash();
  }

  override render({ children, instead }: CrashGuardProps, { crashed }: Crash): ComponentChildren {
    return crashed ? instead : children;
  }
}
