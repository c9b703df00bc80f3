import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';

import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES } from '../language';
import { COLUMN_NAME, matrix } from './matrix';
import type { PanelSpec } from './spec';

/** Hours down, weekdays across, the more the bluer. */
export function heat({ queries: [query] }: PanelSpec, language: Language) {
  return new Table()
    .showHeader(true)
    .withTransformation(matrix(query, language, 'zero'))
    .displayName(COLUMN_NAME)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
    .overrideByFieldType('number', [
      { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
      { id: 'custom.minWidth', value: 50 },
    ])
    .overrideByFieldType('string', [
      { id: 'displayName', value: namesIn(LOCALES[language]).dimension((query.groupBy ?? [])[0]) },
      { id: 'custom.width', value: 112 },
    ]);
}
