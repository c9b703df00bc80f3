import { t } from '@grafana/i18n';

import { type ConnectionType, LAYOUT_CHOICES, type LayoutChoice, type LayoutName } from '../../shared/layouts';
import { read, type SectionProps, textOf } from './draft';
import { TextSetting } from './text-setting';

/** The names of all options that layouts have. */
type OptionName = { [Name in LayoutName]: (typeof LAYOUT_CHOICES)[Name] extends { readonly options: infer Options } ? keyof Options : never }[LayoutName];

interface OptionText {
  readonly label: string;
  readonly description: string;
}

/** What each option is called, in the reader’s language. */
const TEXTS: Readonly<Record<OptionName, () => OptionText>> = {
  account: () => ({
    label: t('config.source.account', 'Account'),
    description: t('config.source.account-help', 'Its number, as the address of the helpdesk’s pages has it. Leave it empty where there is only one.'),
  }),
  bots: () => ({
    label: t('config.source.bots', 'Bots'),
    description: t('config.source.bots-help', 'The numbers of users as whom programs write, with commas between them: what they write is no answer.'),
  }),
  prefix: () => ({
    label: t('config.source.prefix', 'Prefix of the tables'),
    description: t('config.source.prefix-help', 'What the names of the helpdesk’s tables begin with, where it was installed with another one than usual.'),
  }),
};

/** What the chosen layout asks besides, a field each; nothing where it asks nothing. */
export function LayoutOptions({ json, change, connection }: Pick<SectionProps, 'json' | 'change'> & { readonly connection: ConnectionType }) {
  const choices: Readonly<Record<string, LayoutChoice>> = LAYOUT_CHOICES;
  const name = textOf(read(json, ['source', 'layout']));
  // a name such as "constructor" is no layout
  const layout = Object.hasOwn(choices, name) ? choices[name] : undefined;
  const asked = layout?.connections.includes(connection) ? Object.keys(layout.options ?? {}) : [];
  return asked.filter(isKnown).map((option) => {
    const { label, description } = TEXTS[option]();
    const isOne = layout?.options?.[option] === 'key';
    return (
      <TextSetting
        key={option}
        id={`helpdesk-layout-${option}`}
        label={label}
        description={description}
        json={json}
        path={['source', 'layoutOptions', option]}
        change={change}
        width={isOne ? 12 : undefined}
        isNumber={isOne}
      />
    );
  });
}

function isKnown(option: string): option is OptionName {
  return Object.hasOwn(TEXTS, option);
}
