/** For the preview's page: whether each panel has its answer and has drawn it. A text, for what tsx makes of functions means nothing there. */
export const PANELS_DRAWN = `(() => {
  const panels = [...document.querySelectorAll('[data-testid=panel]')];
  return panels.length > 0 && panels.every((panel) => {
    const content = panel.querySelector('[data-testid="data-testid panel content"]');
    return panel.dataset.state !== 'Loading' && content !== null && (panel.dataset.panelType === 'timeseries' ? content.querySelector('canvas') !== null : content.textContent.trim() !== '');
  });
})()`;
