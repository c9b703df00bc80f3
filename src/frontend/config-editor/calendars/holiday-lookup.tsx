import { t } from '@grafana/i18n';
import { config } from '@grafana/runtime';
import { Alert, Button, Field, Stack, Text } from '@grafana/ui';
import { useEffect, useState } from 'react';

import { Choice } from '../../choice';
import { PLAIN } from '../../i18n/plain';
import { checkYear } from '../check';
import { messageOf } from '../../data-status/store-status';
import type { Place, SavedHelpdesk } from '../saved-helpdesk';
import { SmallInput } from './small-input';

interface Props {
  readonly id: string;
  readonly saved: SavedHelpdesk;
  readonly onAdd: (dates: string[]) => void;
}

type Found = ReadonlyArray<{ readonly date: string; readonly name: string }>;

/** What was answered to which question: an answer to an earlier one is not shown. */
interface Answer {
  readonly to: string;
  readonly found: Found | null;
  readonly problem: string | null;
}

/** Looks up the public holidays of a country or region, shows them and adds them as closed days. */
export function HolidayLookup({ id, saved, onAdd }: Props) {
  const thisYear = new Date().getFullYear();
  const [countries, setCountries] = useState<readonly Place[]>([]);
  const [asked, setAsked] = useState({ country: '', region: '', from: String(thisYear), to: String(thisYear + 1) });
  const [lookup, setLookup] = useState<string | null>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const locale = config.bootData?.user?.language || 'en';
  const { country, region, from, to } = asked;
  const isComplete = country !== '' && checkYear(from) === null && checkYear(to) === null && from <= to;

  useEffect(() => keepingLatest(saved.countries(locale), setCountries, setLookup), [saved, locale]);
  const question = JSON.stringify([country, region, from, to]);
  useEffect(
    () =>
      isComplete
        ? keepingLatest(
            saved.holidays({ country, region, from: `${from}-01-01`, to: `${to}-12-31`, locale }),
            (found) => setAnswer({ to: question, found, problem: null }),
            (problem) => setAnswer({ to: question, found: null, problem })
          )
        : undefined,
    [saved, isComplete, question, country, region, from, to, locale]
  );
  const { found, problem } = answer?.to === question ? answer : { found: null, problem: lookup };

  const regions = countries.find((one) => one.id === country)?.regions ?? [];
  const options = (places: readonly Place[]) => places.map(({ id: value, name }) => ({ value, label: name }));
  return (
    <Stack direction="column" gap={1}>
      <Stack direction="row" gap={1} wrap="wrap">
        <Field label={t('config.holidays.country', 'Country')} noMargin>
          <Choice
            id={`${id}-country`}
            width={30}
            options={options(countries)}
            value={country || null}
            onChange={({ value }) => setAsked({ ...asked, country: value, region: '' })}
          />
        </Field>
        {regions.length > 0 && (
          <Field label={t('config.holidays.region', 'Region')} noMargin>
            <Choice
              id={`${id}-region`}
              width={30}
              isClearable
              options={options(regions)}
              value={region || null}
              onChange={(chosen) => setAsked({ ...asked, region: chosen?.value ?? '' })}
            />
          </Field>
        )}
        <Field label={t('config.holidays.years', 'Years')} htmlFor={`${id}-from`} noMargin>
          <Stack direction="row" gap={0.5} alignItems="center">
            <SmallInput
              id={`${id}-from`}
              label={t('config.holidays.from', 'From year')}
              value={from}
              check={checkYear}
              onChange={(year) => setAsked({ ...asked, from: year })}
            />
            <span aria-hidden>–</span>
            <SmallInput
              id={`${id}-to`}
              label={t('config.holidays.to', 'To year')}
              value={to}
              check={checkYear}
              onChange={(year) => setAsked({ ...asked, to: year })}
            />
          </Stack>
        </Field>
      </Stack>
      {problem && (
        <Alert
          severity="info"
          title={t(
            'config.holidays.problem',
            'No holidays could be looked up: {{problem}} Save the data source with its source first, or add the days by hand.',
            { problem, ...PLAIN }
          )}
        />
      )}
      {found && (
        <>
          <ul aria-label={t('config.holidays.found', 'Public holidays')} style={{ maxHeight: 200, overflow: 'auto', paddingLeft: 16 }}>
            {found.map(({ date, name }) => (
              <li key={date}>
                <Text>{`${date} ${name}`}</Text>
              </li>
            ))}
          </ul>
          <div>
            <Button size="sm" disabled={found.length === 0} onClick={() => onAdd(found.map(({ date }) => date))}>
              {t('config.holidays.add', 'Add {{days}} closed days', { days: found.length })}
            </Button>
          </div>
        </>
      )}
    </Stack>
  );
}

/** Hands on what a request gives, unless something else was asked for meanwhile. */
function keepingLatest<Answer>(request: Promise<Answer>, onAnswer: (answer: Answer) => void, onProblem: (message: string) => void): () => void {
  let isOver = false;
  request.then(
    (answer) => !isOver && onAnswer(answer),
    (error: unknown) => !isOver && onProblem(messageOf(error))
  );
  return () => {
    isOver = true;
  };
}
