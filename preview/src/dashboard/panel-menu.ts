import type { PanelMenuItem } from '@grafana/data';
import { getExploreURL, sceneGraph, VizPanel, VizPanelMenu } from '@grafana/scenes';

import { downloadCsv } from '../page/csv';

/** A panel's menu: its query in Explore, its answer as a file. */
export function panelMenu(): VizPanelMenu {
  const menu = new VizPanelMenu({ items: [] });
  // when it is opened: the address and the answer hold what is on the screen then
  menu.addActivationHandler(() => {
    const { data } = sceneGraph.getData(menu).state;
    if (data) {
      const download: PanelMenuItem = { text: 'Download CSV', iconClassName: 'download-alt', onClick: () => downloadCsv(titleOf(menu), data.series) };
      void getExploreURL(data, menu, sceneGraph.getTimeRange(menu).state.value.raw).then((href) =>
        menu.setItems([{ text: 'Explore', iconClassName: 'compass', href }, download])
      );
    }
  });
  return menu;
}

function titleOf(menu: VizPanelMenu): string {
  return menu.parent instanceof VizPanel ? menu.parent.interpolate(menu.parent.state.title, undefined, 'text') : 'Panel';
}
