import { CalendarsSection } from './calendars/calendars-section';
import { ConversationsSection } from './conversations-section';
import { type ConfigProps, type Json, type SectionProps, write } from './draft';
import { hasLayout, withLayout } from './chosen-layout';
import { JsonSection } from './json-section';
import { OwnTablesSection } from './own-tables-section';
import { useSavedHelpdesk } from './saved-helpdesk';
import { SlaSection } from './sla-section';
import { SourceSection } from './source-section';
import { StatusSection } from './status/status-section';
import { StoreSection } from './store-section';
import { SurveysSection } from './surveys-section';
import { TargetsSection } from './targets-section';
import { TimeSection } from './time-section';

/** What the saved settings have led to, which is what one comes back for, and the settings themselves. */
export function ConfigEditor({ options, onOptionsChange }: ConfigProps) {
  const json: Json = { ...options.jsonData };
  const saved = useSavedHelpdesk(options.uid);
  // half-typed settings are kept too: the backend says what is wrong with them when they are saved
  const replace = (jsonData: Json) => onOptionsChange({ ...options, jsonData });
  const section: SectionProps = { json, disabled: options.readOnly, change: (path, value) => replace(write(json, path, value)) };
  return (
    <>
      <StatusSection
        saved={saved}
        version={options.version}
        isChosen={(proposed) => hasLayout(json, proposed)}
        choose={(proposed) => replace(withLayout(json, proposed))}
        disabled={section.disabled}
      />
      <SourceSection {...section} options={options} onOptionsChange={onOptionsChange} />
      <TimeSection {...section} />
      <CalendarsSection {...section} saved={saved} />
      <SlaSection {...section} />
      <TargetsSection {...section} saved={saved} />
      <OwnTablesSection {...section} />
      <ConversationsSection {...section} />
      <SurveysSection {...section} saved={saved} />
      <StoreSection {...section} />
      <JsonSection json={json} saved={saved} onChange={replace} disabled={options.readOnly} />
    </>
  );
}
