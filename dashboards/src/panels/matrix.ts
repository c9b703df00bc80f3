import { namesIn } from '../../../src/shared/names';
import { type Language, LOCALES } from '../language';
import { metricOf, type PanelQuery } from '../query';

/** The columns of a matrix are values of a dimension; all would bear the metric's name that the backend gives its field. */
export const COLUMN_NAME = '${__field.name}';

/** A row a value of the first dimension, a column a value of the second. */
export function matrix(query: PanelQuery, language: Language, emptyValue: 'zero' | 'null'): { id: string; options: object } {
  const names = namesIn(LOCALES[language]);
  const [row, column] = query.groupBy ?? [];
  return {
    id: 'groupingToMatrix',
    options: { rowField: names.dimension(row), columnField: names.dimension(column), valueField: names.metric(metricOf(query).id), emptyValue },
  };
}
