import { PanelPlugin, type PanelProps, renderMarkdown } from '@grafana/data';
import { RenderUserContentAsHTML } from '@grafana/ui';

function TextPanel({ options, replaceVariables }: PanelProps<{ content?: string }>) {
  return <RenderUserContentAsHTML className="markdown-html" content={renderMarkdown(replaceVariables(options.content ?? ''))} />;
}

/** Markdown. */
export const plugin = new PanelPlugin<{ content?: string }>(TextPanel);
