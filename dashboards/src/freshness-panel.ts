import {
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  VizOrientation,
  VizTextDisplayOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import type { Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';

import { namesIn } from '../../src/shared/names';
import { type Edition, sourceOf } from './edition';
import { LOCALES, type Text } from './language';
import { COLUMNS } from './layout';
import { lastOf } from './panels/usual';

/** The id of the panel that says how fresh the data is, on every dashboard. */
export const FRESHNESS_PANEL = 9;

/** Its height on every dashboard, above the first section: two lines of text. */
export const FRESHNESS_HEIGHT = 2;

const DESCRIPTION: Text = {
  en: 'When the helpdesk was last read successfully; a look that finds nothing changed counts. The newest event is the newest ticket, message, close or reopening in the data.',
  nl: 'Wanneer de helpdesk voor het laatst met succes is gelezen; een blik die niets gewijzigds vindt, telt mee. De nieuwste gebeurtenis is het nieuwste ticket of bericht, of de nieuwste sluiting of heropening in de gegevens.',
};

/** How long ago the helpdesk was last read, as quietly as a footnote: without a title, for its values say what they are. `x` is where it begins; it ends at the right edge. */
export function freshnessPanel(edition: Edition, x: number): Panel {
  const { language } = edition;
  const names = namesIn(LOCALES[language]);
  const source = sourceOf(edition);
  const shown = [names.series('checked_at'), names.series('newest_at')];
  const target = { refId: 'A', datasource: source, version: 1, kind: 'freshness', locale: LOCALES[language] };
  return (
    new Stat()
      .id(FRESHNESS_PANEL)
      .title('')
      .description(DESCRIPTION[language])
      .datasource(source)
      .gridPos({ x, y: 0, w: COLUMNS - x, h: FRESHNESS_HEIGHT })
      .transparent(true)
      .unit('dateTimeFromNow')
      .noValue('–')
      .graphMode(BigValueGraphMode.None)
      .colorMode(BigValueColorMode.None)
      .textMode(BigValueTextMode.ValueAndName)
      // a name stands beside its value then, and not at the other end
      .justifyMode(BigValueJustifyMode.Center)
      .orientation(VizOrientation.Horizontal)
      .text(new VizTextDisplayOptionsBuilder().titleSize(12).valueSize(14))
      .reduceOptions(lastOf().fields(`/${shown.join('|')}/`))
      .withTarget({ build: () => target as never })
      .build()
  );
}
