import { DEFAULT_LAYOUT } from '../../shared/layouts';
import { CalendarsSection } from './calendars/calendars-section';
import { ConversationsSection } from './conversations-section';
import { type ConfigProps, type Json, read, type SectionProps, textOf, write } from './draft';
import { JsonSection } from './json-section';
import { OwnTablesSection } from './own-tables-section';
import { useSavedHelpdesk } from './saved-helpdesk';
import { SlaSection } from './sla-section';
import { SourceSection } from './source-section';
import { StatusSection } from './status/status-section';
import { StoreSection } from './store-section';
import { SurveysSection } from './surveys-section';
import { TimeSection } from './time-section';

/** Where the layout stands in the settings. */
const LAYOUT = ['source', 'layout'];

/** The data source's settings, and below them what the saved ones have led to. */
export function ConfigEditor({ options, onOptionsChange }: ConfigProps) {
  const json: Json = { ...options.jsonData };
  const saved = useSavedHelpdesk(options.uid);
  // half-typed settings are kept too: the backend says what is wrong with them when they are saved
  const replace = (jsonData: Json) => onOptionsChange({ ...options, jsonData });
  const section: SectionProps = { json, disabled: options.readOnly, change: (path, value) => replace(write(json, path, value)) };
  return (
    <>
      <SourceSection {...section} options={options} onOptionsChange={onOptionsChange} />
      <TimeSection {...section} />
      <CalendarsSection {...section} saved={saved} />
      <SlaSection {...section} />
      <OwnTablesSection {...section} />
      <ConversationsSection {...section} />
      <SurveysSection {...section} saved={saved} />
      <StoreSection {...section} />
      <JsonSection json={json} onChange={replace} disabled={options.readOnly} />
      <StatusSection
        saved={saved}
        version={options.version}
        chosen={textOf(read(json, LAYOUT)) || DEFAULT_LAYOUT}
        choose={(layout) => section.change(LAYOUT, layout)}
        disabled={section.disabled}
      />
    </>
  );
}
