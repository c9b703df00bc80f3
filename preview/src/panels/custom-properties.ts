import { type FieldConfigEditorBuilder, identityOverrideProcessor } from '@grafana/data';

const NO_EDITOR = () => null;

/** Makes a panel take the properties of its own that dashboards set on fields, with Grafana's defaults. */
export function customProperties<Config extends object>(builder: FieldConfigEditorBuilder<Config>, defaults: Readonly<Record<string, unknown>>): void {
  for (const [path, defaultValue] of Object.entries(defaults)) {
    builder.addCustomEditor({
      id: path,
      path: path as never,
      name: path,
      defaultValue: defaultValue as never,
      editor: NO_EDITOR,
      override: NO_EDITOR,
      process: identityOverrideProcessor as never,
      shouldApply: () => true,
      settings: {},
    });
  }
}
