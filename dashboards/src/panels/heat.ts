import { FieldColorBuilder, FieldColorModeId } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';

import { dimensionOf } from '../../../src/shared/catalog/dimensions';
import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES, type Text } from '../language';
import { COLUMN_NAME, matrix } from './matrix';
import type { PanelSpec } from './spec';
import { EMPTY_CELL } from './usual';

/** Hours down, weekdays across, the more the bluer. */
export function heat({ queries: [query] }: PanelSpec, language: Language) {
  const names = namesIn(LOCALES[language]);
  const [row, column] = query.groupBy ?? [];
  const table = new Table()
    .showHeader(true)
    .withTransformation(matrix(query, language, 'zero'))
    .displayName(COLUMN_NAME)
    .colorScheme(new FieldColorBuilder().mode(FieldColorModeId.Thresholds))
    .overrideByFieldType('number', [
      EMPTY_CELL,
      ...(query.statistics?.[0] === 'mean' ? [{ id: 'decimals', value: 1 }] : []),
      { id: 'custom.cellOptions', value: { type: 'color-background', mode: 'basic' } },
      { id: 'custom.minWidth', value: 50 },
    ])
    .overrideByFieldType('string', [
      { id: 'displayName', value: row === 'hour_of_day' ? HOUR[language] : names.dimension(row) },
      { id: 'custom.width', value: 72 },
    ]);
  return column === 'weekday'
    ? weekdays().reduce(
        (one, { key, id, name }) => one.overrideByName(names.value('weekday', id, name), [{ id: 'displayName', value: inShort(key, language) }]),
        table
      )
    : table;
}

/** As narrow as what stands below it: 09:00. */
const HOUR: Text = { en: 'Hour', nl: 'Uur' };

/** Monday is 1. */
function weekdays() {
  const { values } = dimensionOf('weekday');
  return typeof values === 'string' ? [] : values;
}

/** A column’s head is as narrow as its numbers: Mon, ma. */
function inShort(weekday: number, language: Language): string {
  // 1 January 2024 was a Monday
  return new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, weekday));
}
