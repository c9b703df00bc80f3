import type { FactName } from '../../shared/catalog/facts';
import type { Settings } from '../../shared/settings';
import type { PluginContext } from './messages';
import { Problem } from './problem';

const RANK: Readonly<Record<string, number>> = { None: 0, Viewer: 1, Editor: 2, Admin: 3 };

/** Refuses what rests on surveys to those below `surveyRole`; requests without a user follow a setting of their own. */
export function checkSurveyAccess(fact: FactName, settings: Settings, { user }: PluginContext): void {
  if (fact !== 'survey_fact') {
    return;
  }
  if (user === null) {
    if (!settings.surveyWithoutUser) {
      throw new Problem(403, 'Survey metrics are kept from requests without a user (alerting, public dashboards) by the data source’s settings.');
    }
  } else if ((RANK[user.role] ?? 0) < RANK[settings.surveyRole]) {
    throw new Problem(403, `Survey metrics need the Grafana role ${settings.surveyRole} on this data source; yours is ${user.role || 'none'}.`);
  }
}
