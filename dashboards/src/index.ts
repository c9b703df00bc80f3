import { type Board, dashboard } from './board';
import { AGENTS } from './boards/agents';
import { OVERVIEW } from './boards/overview';
import { PERFORMANCE } from './boards/performance';
import { REPLIES } from './boards/replies';
import { SATISFACTION } from './boards/satisfaction';
import { SCHEDULING } from './boards/scheduling';
import { SLA } from './boards/sla';
import { WALL } from './boards/wall';
import type { Edition } from './edition';
import { fileIn, LANGUAGES } from './language';

/** Every dashboard that ships. */
export const BOARDS: readonly Board[] = [OVERVIEW, SATISFACTION, PERFORMANCE, AGENTS, REPLIES, SCHEDULING, SLA, WALL];

/** A file of a folder of dashboards: its path inside, and its text. */
export interface DashboardFile {
  readonly path: string;
  readonly text: string;
  readonly edition: Edition;
  readonly board: Board;
}

/** All files of dashboards/, English at the top, the other languages in folders; with the uid of a data source those that can be shared publicly. */
export function dashboardFiles(publicUid?: string): DashboardFile[] {
  return LANGUAGES.flatMap((language) =>
    BOARDS.filter(({ isOfPersons = false }) => publicUid === undefined || !isOfPersons).map((board) => {
      const edition: Edition = { language, ...(publicUid === undefined ? {} : { publicUid }) };
      return {
        path: fileIn(language, board.file),
        text: `${JSON.stringify(dashboard(board, edition, BOARDS), null, 2)}\n`,
        edition,
        board,
      };
    })
  );
}
