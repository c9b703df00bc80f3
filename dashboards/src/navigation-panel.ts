import type { GridPos, Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TextPanel, TextMode } from '@grafana/grafana-foundation-sdk/text';

import type { Destination } from './boards/destinations';
import { type Edition, uidIn } from './edition';

/** The id of the panel that links to the other dashboards. */
export const NAVIGATION_PANEL = 99;

/** Its place on every dashboard that has it, beside how fresh the data is. */
export const NAVIGATION_PLACE: GridPos = { x: 0, y: 0, w: 16, h: 2 };

/** The address of a dashboard with the time range and the choices of the one that is open; Grafana fills it in. */
export function addressOf({ uid }: Destination, edition: Edition): string {
  return `/d/${uidIn(uid, edition)}?\${__url_time_range}&\${__all_variables}`;
}

/** All dashboards in a line or two, the open one without a link. */
export function navigationPanel(destinations: readonly Destination[], open: Destination, edition: Edition): Panel {
  const links = destinations.map((one) => {
    const title = escaped(one.title[edition.language]);
    return one.uid === open.uid ? `<strong>${title}</strong>` : `<a href="${addressOf(one, edition)}">${title}</a>`;
  });
  return new TextPanel()
    .id(NAVIGATION_PANEL)
    .title('')
    .transparent(true)
    .gridPos(NAVIGATION_PLACE)
    .mode(TextMode.HTML)
    .content(`<p>${links.join('&nbsp;&nbsp;·&nbsp; ')}</p>`)
    .build();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
