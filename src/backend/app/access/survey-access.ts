import { SURVEY_TABLES } from '../../../shared/catalog/surveys';
import type { Settings } from '../../../shared/settings';
import { type Caller, hasRole } from './caller';
import { Problem } from './problem';

const TABLE_OF_SURVEYS = new RegExp(`\\b(${SURVEY_TABLES.join('|')})\\b`);

/** Refuses what rests on surveys to those who may not see them; `what` is the name of a fact, or a statement that is about to be run. */
export function checkSurveyAccess(what: string, { surveyInAlerts, surveyOnPublicDashboards, surveyRole }: Settings, caller: Caller): void {
  if (!TABLE_OF_SURVEYS.test(what)) {
    return;
  }
  switch (caller.kind) {
    case 'alert_rule':
      return unless(surveyInAlerts, 'Survey metrics are kept from alert rules by the data source’s settings (surveyInAlerts).');
    case 'public_dashboard':
      return unless(surveyOnPublicDashboards, 'Survey metrics are kept from public dashboards by the data source’s settings (surveyOnPublicDashboards).');
    case 'person':
      return unless(
        hasRole(caller, surveyRole),
        `Survey metrics need the Grafana role ${surveyRole} on this data source; yours is ${caller.role}. The data source’s settings decide which (surveyRole).`
      );
  }
}

/** Whether somebody may see what rests on surveys. */
export function seesSurveys(settings: Settings, caller: Caller): boolean {
  try {
    checkSurveyAccess('survey_fact', settings, caller);
    return true;
  } catch {
    return false;
  }
}

function unless(isAllowed: boolean, sentence: string): void {
  if (!isAllowed) {
    throw new Problem(403, sentence);
  }
}
