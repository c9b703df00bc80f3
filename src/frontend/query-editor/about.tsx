import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';

import type { Metric } from '../../shared/catalog/metric';
import { applicable } from '../../shared/query/applicable';
import { metricAbout, metricDatedBy } from '../i18n/catalog-names';
import { allOf, inSentence } from '../i18n/listed';
import { PLAIN } from '../i18n/plain';
import { includeName } from '../query/option-names';

/** What a metric means, what dates it and what it leaves out: a line of it, all of it where one asks. */
export function About({ metric, included }: { readonly metric: Metric; readonly included: readonly string[] }) {
  const [isWhole, setWhole] = useState(false);
  const styles = useStyles2(aboutStyles);
  return (
    <div className={styles.row}>
      <p className={cx(styles.text, !isWhole && styles.line)}>
        <strong>{t('editor.about.label', 'About')}</strong> {aboutText(metric, included)}
      </p>
      <Button variant="secondary" fill="text" size="sm" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
        {isWhole ? t('editor.about.less', 'less') : t('editor.about.more', 'more')}
      </Button>
    </div>
  );
}

function aboutText(metric: Metric, included: readonly string[]): string {
  const left = applicable(metric).include ? metric.includes.filter((word) => !included.includes(word)).map((word) => inSentence(includeName(word))) : [];
  return [
    metricAbout(metric),
    // most definitions say so themselves
    ...(/dated by|at the end of each/i.test(metric.about)
      ? []
      : [t('editor.about.dated-by', 'Dated by {{event}}.', { event: metricDatedBy(metric), ...PLAIN })]),
    ...(left.length > 0 ? [t('editor.about.left-out', 'Not counted: {{kinds}}.', { kinds: allOf(left), ...PLAIN })] : []),
  ].join(' ');
}

function aboutStyles(theme: GrafanaTheme2) {
  return {
    row: css({ flex: '1 1 100%', display: 'flex', alignItems: 'flex-start', gap: theme.spacing(0.5), minWidth: 0 }),
    text: css({ ...theme.typography.bodySmall, color: theme.colors.text.secondary, margin: 0, paddingTop: theme.spacing(0.25), maxWidth: '120ch' }),
    line: css({ overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' }),
  };
}
