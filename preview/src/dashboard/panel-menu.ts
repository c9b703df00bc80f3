import { getExploreURL, sceneGraph, VizPanelMenu } from '@grafana/scenes';

/** A panel's menu: its query in Explore. */
export function panelMenu(): VizPanelMenu {
  const menu = new VizPanelMenu({ items: [] });
  // when it is opened: the address holds what is on the screen then
  menu.addActivationHandler(() => {
    const { data } = sceneGraph.getData(menu).state;
    if (data) {
      void getExploreURL(data, menu, sceneGraph.getTimeRange(menu).state.value.raw).then((href) =>
        menu.setItems([{ text: 'Explore', iconClassName: 'compass', href }])
      );
    }
  });
  return menu;
}
