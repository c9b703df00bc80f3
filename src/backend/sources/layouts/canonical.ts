import { LAYOUT_CHOICES } from '../../../shared/layouts';
import type { CanonicalLayout, Named } from './layout';

/** The canonical tables themselves, or views that look like them. */
export const canonical: CanonicalLayout = { kind: 'canonical', ...LAYOUT_CHOICES.canonical };

/** The canonical layout under its own name. */
export const CANONICAL: Named<CanonicalLayout> = { name: 'canonical', layout: canonical };
