import {
  booleanOverrideProcessor,
  dataLinksOverrideProcessor,
  displayNameOverrideProcessor,
  type FieldConfigPropertyItem,
  identityOverrideProcessor,
  numberOverrideProcessor,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  stringOverrideProcessor,
  thresholdsOverrideProcessor,
  ThresholdsMode,
  unitOverrideProcessor,
  valueMappingsOverrideProcessor,
} from '@grafana/data';

/** Nobody edits panels in the preview. */
const NO_EDITOR = () => null;

/** A property of fields that panels' JSON may set. */
export function property(id: string, process: FieldConfigPropertyItem['process'], defaultValue?: unknown, isCustom = false): FieldConfigPropertyItem {
  return {
    id: isCustom ? `custom.${id}` : id,
    path: id,
    name: id,
    isCustom,
    editor: NO_EDITOR,
    override: NO_EDITOR,
    process,
    shouldApply: () => true,
    settings: {},
    defaultValue,
  } as unknown as FieldConfigPropertyItem;
}

/** The standard properties of fields and the transformations: Grafana registers them, its packages only use them. */
export function fillRegistries(): void {
  standardFieldConfigEditorRegistry.setInit(() => [
    { ...property('displayName', displayNameOverrideProcessor), settings: { expandTemplateVars: true } },
    property('unit', unitOverrideProcessor),
    property('min', numberOverrideProcessor),
    property('max', numberOverrideProcessor),
    property('fieldMinMax', booleanOverrideProcessor),
    property('decimals', numberOverrideProcessor),
    property('noValue', stringOverrideProcessor),
    property('color', identityOverrideProcessor),
    property('thresholds', thresholdsOverrideProcessor, {
      mode: ThresholdsMode.Absolute,
      steps: [
        { value: -Infinity, color: 'green' },
        { value: 80, color: 'red' },
      ],
    }),
    property('mappings', valueMappingsOverrideProcessor, []),
    property('links', dataLinksOverrideProcessor),
    property('actions', identityOverrideProcessor),
    property('filterable', booleanOverrideProcessor),
    property('description', stringOverrideProcessor),
  ]);
  standardEditorsRegistry.setInit(() => []);
  standardTransformersRegistry.setInit(
    () =>
      [...new Map(Object.values(standardTransformers).map((one) => [one.id, one])).values()].map((transformation) => ({
        id: transformation.id,
        name: transformation.name,
        transformation: async () => transformation,
        editor: NO_EDITOR,
        imageDark: '',
        imageLight: '',
      })) as never
  );
}
