import { t } from '@grafana/i18n';
import { LoadingPlaceholder } from '@grafana/ui';
import { type ComponentType, createElement, type FunctionComponent, lazy, Suspense } from 'react';

/** A component that is loaded when it is first shown: dashboards do without the editors. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): FunctionComponent<Props> {
  const Loaded: ComponentType<Props> = lazy(async () => ({ default: await load() }));
  return function Later(props: Props) {
    return <Suspense fallback={<LoadingPlaceholder text={t('editor.loading', 'Loading…')} />}>{createElement(Loaded, props)}</Suspense>;
  };
}
