/**
 * The pages of the desk: one line each, in the order of the navigation.
 * Runs in the operator face.
 */
import type { ComponentType } from 'preact';
import type { OperatorSession } from '../../main/contract/public.ts';
import type { IconProps } from '../components/icons/icon.tsx';
import { PersonIcon } from '../components/icons/icons.tsx';
import {
  ByHandIcon,
  EntriesIcon,
  ExportIcon,
  InsideIcon,
  OperatorsIcon,
  PassIcon,
  RosterIcon,
  SystemsIcon,
  TerminalIcon,
  TodayIcon,
} from './icons/icons.tsx';
import type { PageId } from './page-id.ts';
import { ByHandPage } from './pages/by-hand/by-hand-page.tsx';
import { EntriesPage } from './pages/entries/entries-page.tsx';
import { ExportPage } from './pages/export/export-page.tsx';
import { InsidePage } from './pages/inside/inside-page.tsx';
import { OperatorsPage } from './pages/operators/operators-page.tsx';
import { PassesPage } from './pages/passes/passes-page.tsx';
import { PersonPage } from './pages/person/person-page.tsx';
import { RosterPage } from './pages/roster/roster-page.tsx';
import { SystemsPage } from './pages/systems/systems-page.tsx';
import { TerminalPage } from './pages/terminal/terminal-page.tsx';
import { TodayPage } from './pages/today/today-page.tsx';

/** A page; its title is the word of its id in pages/page-words.ts. */
export interface DeskPage {
  readonly id: PageId;
  readonly icon: ComponentType<IconProps>;
  readonly component: ComponentType;
  /** Whether this operator has the page at this venue; the core refuses what it does not show all the same. */
  shows(session: OperatorSession): boolean;
}

const always = () => true;
const isManager = ({ operator }: OperatorSession) => operator.role === 'manager';

export const pages: readonly DeskPage[] = [
  { id: 'today', icon: TodayIcon, component: TodayPage, shows: always },
  { id: 'entries', icon: EntriesIcon, component: EntriesPage, shows: always },
  { id: 'by-hand', icon: ByHandIcon, component: ByHandPage, shows: always },
  { id: 'inside', icon: InsideIcon, component: InsidePage, shows: ({ features }) => features.inside },
  { id: 'passes', icon: PassIcon, component: PassesPage, shows: ({ features }) => features.passes },
  { id: 'roster', icon: RosterIcon, component: RosterPage, shows: always },
  { id: 'person', icon: PersonIcon, component: PersonPage, shows: isManager },
  { id: 'export', icon: ExportIcon, component: ExportPage, shows: always },
  { id: 'terminal', icon: TerminalIcon, component: TerminalPage, shows: always },
  { id: 'operators', icon: OperatorsIcon, component: OperatorsPage, shows: isManager },
  { id: 'systems', icon: SystemsIcon, component: SystemsPage, shows: isManager },
];

/** The page of a name, if this operator has it; else the first. */
export function findPage(id: PageId, session: OperatorSession): DeskPage | undefined {
  const shown = pages.filter((page) => page.shows(session));
  return shown.find((page) => page.id === id) ?? shown[0];
}
