import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Collapse, FieldSet, Text, useStyles2 } from '@grafana/ui';
import { type ReactNode, useState } from 'react';

import { PLAIN } from '../i18n/plain';

interface Props {
  readonly title: string;
  /** What is set in it, to be read while it is folded. */
  readonly told: string;
  /** The page of the documentation that says more. */
  readonly page: string;
  /** Whether it is unfolded at first. */
  readonly isOpen?: boolean;
  /** Provisioned settings cannot be changed here. */
  readonly disabled?: boolean;
  readonly children: ReactNode;
}

/** A part of the page that folds: what is set stands in its heading. */
export function Section({ title, told, page, isOpen: isFirst = false, disabled = false, children }: Props) {
  const [isOpen, setOpen] = useState(isFirst);
  const styles = useStyles2(sectionStyles);
  const heading = (
    <span className={styles.heading}>
      <span>{title}</span>
      <span className={styles.told}>{told}</span>
    </span>
  );
  return (
    <Collapse className={styles.section} label={heading} isOpen={isOpen} onToggle={setOpen}>
      <FieldSet className={styles.fields} disabled={disabled}>
        {children}
        <Text element="p" color="secondary" variant="bodySmall">
          {t('config.section.page', 'More on this: {{page}}', { page, ...PLAIN })}
        </Text>
      </FieldSet>
    </Collapse>
  );
}

function sectionStyles(theme: GrafanaTheme2) {
  return {
    // drop-downs reach over its edge
    section: css({ '& > div': { overflow: 'visible' } }),
    heading: css({ display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(1.5), minWidth: 0 }),
    told: css({ color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular, overflowWrap: 'anywhere' }),
    fields: css({ marginBottom: 0 }),
  };
}
