import { DICTIONARIES } from './dictionaries';
import { FACTS, type FactName } from './facts';

const SURVEYS: FactName = 'survey_fact';

/** The store's tables that hold what customers said in surveys: their fact, and the dictionaries whose keys no other fact has. */
export const SURVEY_TABLES: readonly string[] = [SURVEYS, ...DICTIONARIES.filter((one) => isOfSurveys(`${one}_ix`)).map((one) => `dim_${one}`)];

function isOfSurveys(column: string): boolean {
  const facts = Object.entries(FACTS).filter(([, columns]) => column in columns);
  return facts.length > 0 && facts.every(([fact]) => fact === SURVEYS);
}
