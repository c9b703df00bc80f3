import { parseSettings } from './settings';

const source = { type: 'files', path: '/helpdesk' };

test.each([
  [{}, true, true],
  [{ surveyWithoutUser: false }, false, false],
  [{ surveyWithoutUser: true }, true, true],
  [{ surveyWithoutUser: false, surveyInAlerts: true }, true, false],
  [{ surveyWithoutUser: false, surveyOnPublicDashboards: true }, false, true],
  [{ surveyInAlerts: false }, false, true],
  [{ surveyWithoutUser: true, surveyOnPublicDashboards: false }, true, false],
])('who else sees surveys: %j', (written, surveyInAlerts, surveyOnPublicDashboards) => {
  expect(parseSettings({ source, ...written })).toMatchObject({ surveyInAlerts, surveyOnPublicDashboards });
});
