import { t } from '@grafana/i18n';
import { type ComboboxOption, Input } from '@grafana/ui';

import { Choice } from '../choice';
import { findMetric, METRICS } from '../../shared/catalog';
import { canHaveTarget, readTarget, usualStatistics } from '../../shared/targets';
import type { Statistic } from '../../shared/words';
import { metricName, statisticName, topicName } from '../i18n/catalog-names';
import { Named } from '../named';
import { checkDuration } from './check';
import { type Json, textOf } from './draft';

interface Props {
  readonly target: Json;
  /** From 0. */
  readonly row: number;
  /** What a team is called. */
  readonly teamName: (id: string) => string;
  readonly teams: (search: string) => Promise<Array<ComboboxOption<string>>>;
  readonly replace: (target: Json) => void;
}

const WITH_TARGETS = METRICS.filter((metric) => metric.statistics.some((one) => canHaveTarget(metric, one)));

/** One target: of which number, what it ought to be, and for whom. */
export function TargetRow({ target, row, teamName, teams, replace }: Props) {
  const metric = findMetric(textOf(target.metric));
  const statistics: readonly Statistic[] = metric ? metric.statistics.filter((one) => canHaveTarget(metric, one)) : [];
  const asked = statistics.find((one) => one === target.statistic) ?? (target.threshold === undefined ? undefined : 'within');
  const usual = metric ? usualStatistics(metric) : [];
  const measured = asked ?? usual.at(0);
  const put = (changed: Json) =>
    replace(Object.fromEntries(Object.entries({ ...target, ...changed }).filter(([, value]) => value !== undefined && value !== '')));
  const nth = { row: row + 1 };
  return (
    <>
      <Named id={`helpdesk-target-metric-${row}`} name={t('config.targets.metric', 'Number of target {{row}}', nth)}>
        <Choice<string>
          width={30}
          value={textOf(target.metric) || null}
          options={WITH_TARGETS.map(({ id, topic }) => ({ value: id, label: metricName(id), group: topicName(topic) }))}
          onChange={({ value }) => put({ metric: value, statistic: undefined, threshold: undefined, hours: undefined })}
        />
      </Named>
      <Named id={`helpdesk-target-statistic-${row}`} name={t('config.targets.statistic', 'Statistic of target {{row}}', nth)}>
        <Choice<Statistic>
          width={20}
          isClearable
          value={asked ?? null}
          placeholder={usual.map((one) => statisticName(one)).join(', ')}
          options={statistics.map((value) => ({ value, label: statisticName(value) }))}
          onChange={(option) => put({ statistic: option?.value, threshold: option?.value === 'within' ? textOf(target.threshold) || '4h' : undefined })}
        />
      </Named>
      {measured === 'within' && (
        <Input
          aria-label={t('config.targets.threshold', 'Threshold of target {{row}}', nth)}
          width={10}
          invalid={checkDuration(textOf(target.threshold)) !== null}
          value={textOf(target.threshold)}
          onChange={(event) => put({ threshold: event.currentTarget.value })}
        />
      )}
      <Input
        aria-label={t('config.targets.value', 'Value of target {{row}}', nth)}
        width={10}
        placeholder="4h, 85%, 50"
        invalid={metric !== null && measured !== undefined && readTarget(metric, measured, textOf(target.value)) === null}
        value={textOf(target.value)}
        onChange={(event) => put({ value: event.currentTarget.value })}
      />
      {metric && metric.hours.length > 1 && (
        <Named id={`helpdesk-target-hours-${row}`} name={t('config.targets.hours', 'Hours of target {{row}}', nth)}>
          <Choice<string>
            width={18}
            isClearable
            value={textOf(target.hours) || null}
            placeholder={t('config.targets.both', 'Both clocks')}
            options={[
              { value: 'all', label: t('config.targets.all', '24/7') },
              { value: 'sla', label: t('config.targets.sla', 'SLA hours') },
            ]}
            onChange={(option) => put({ hours: option?.value })}
          />
        </Named>
      )}
      <Named id={`helpdesk-target-team-${row}`} name={t('config.targets.team', 'Team of target {{row}}', nth)}>
        <Choice<string>
          width={22}
          isClearable
          createCustomValue
          value={target.team === undefined ? null : { value: textOf(target.team), label: teamName(textOf(target.team)) }}
          placeholder={t('config.targets.everybody', 'Everybody')}
          options={teams}
          onChange={(option) => put({ team: option?.value })}
        />
      </Named>
    </>
  );
}
