import { type Board, dashboard } from './board';
import { OVERVIEW } from './boards/overview';
import { PERFORMANCE } from './boards/performance';
import { REPLIES } from './boards/replies';
import { SATISFACTION } from './boards/satisfaction';
import { SCHEDULING } from './boards/scheduling';
import { SLA } from './boards/sla';
import { type Language, LANGUAGES } from './language';

/** Every dashboard that ships. */
export const BOARDS: readonly Board[] = [OVERVIEW, SATISFACTION, PERFORMANCE, REPLIES, SCHEDULING, SLA];

/** A file of the dashboards' folder: its path inside, and its text. */
export interface DashboardFile {
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly board: Board;
}

/** All files, English at the top, the other languages in folders. */
export function dashboardFiles(): DashboardFile[] {
  return LANGUAGES.flatMap((language) => BOARDS.map((board) => ({
    path: `${language === 'en' ? '' : `${language}/`}${board.file}.json`, text: `${JSON.stringify(dashboard(board, language), null, 2)}\n`, language, board,
  })));
}
