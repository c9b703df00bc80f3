import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

import { choose, DATA_SOURCE, expect, needsGrafana, test } from './grafana';

needsGrafana();

interface RuleFile {
  readonly groups: ReadonlyArray<{ readonly rules: ReadonlyArray<{ readonly uid: string; readonly title: string }> }>;
}

const file = readFileSync(join(__dirname, '../../provisioning/alerting/helpdesk-rules.yaml'), 'utf8');

test('a rule watches a question with one choice', async ({ alertRuleEditPage }) => {
  await alertRuleEditPage.alertRuleNameField.fill('SLA of a test');
  const query = await alertRuleEditPage.getQueryRow('A');
  await query.datasource.set(DATA_SOURCE.name);
  await choose(query.locator.getByRole('combobox', { name: 'Quick answers' }), 'Do we keep our promises');
  await expect(query.locator.getByRole('radio', { name: 'Rows' })).toHaveCount(0);
  await expect(alertRuleEditPage.evaluate()).toBeOK();
});

for (const { uid, title } of (parse(file) as RuleFile).groups.flatMap(({ rules }) => rules)) {
  test(`the provisioned rule “${title}” evaluates`, async ({ gotoAlertRuleEditPage }) => {
    const rule = await gotoAlertRuleEditPage({ uid });
    await expect(rule.alertRuleNameField).toHaveValue(title);
    await expect(rule.evaluate()).toBeOK();
  });
}
