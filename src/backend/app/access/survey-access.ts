import { SURVEY_TABLES } from '../../../shared/catalog/surveys';
import type { Settings } from '../../../shared/settings';
import { type Caller, hasRole } from './caller';
import { Problem } from './problem';

const TABLE_OF_SURVEYS = new RegExp(`\\b(${SURVEY_TABLES.join('|')})\\b`);

/** Refuses what rests on surveys to those who may not see them; `what` is the name of a fact, or a statement that is about to be run. */
export function checkSurveyAccess(what: string, settings: Settings, caller: Caller): void {
  const refusal = surveyRefusal(what, settings, caller);
  if (refusal !== null) {
    throw new Problem(403, refusal);
  }
}

/** Whether somebody may see what rests on surveys. */
export function seesSurveys(settings: Settings, caller: Caller): boolean {
  return surveyRefusal('survey_fact', settings, caller) === null;
}

/** Why somebody may not see what rests on surveys, in a sentence; null where it does not, or they may. */
export function surveyRefusal(what: string, { surveyInAlerts, surveyOnPublicDashboards, surveyRole }: Settings, caller: Caller): string | null {
  if (!TABLE_OF_SURVEYS.test(what)) {
    return null;
  }
  switch (caller.kind) {
    case 'alert_rule':
      return surveyInAlerts ? null : 'Survey metrics are kept from alert rules by the data source’s settings (surveyInAlerts).';
    case 'public_dashboard':
      return surveyOnPublicDashboards ? null : 'Survey metrics are kept from public dashboards by the data source’s settings (surveyOnPublicDashboards).';
    case 'person':
      return hasRole(caller, surveyRole)
        ? null
        : `Survey metrics need the Grafana role ${surveyRole} on this data source; yours is ${caller.role}. The data source’s settings decide which (surveyRole).`;
  }
}
