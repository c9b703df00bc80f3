import { urlUtil } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { Button, Dropdown, LinkButton, Menu, Stack } from '@grafana/ui';

import { dashboards } from '../boot/boot-data';
import type { LinkJson } from './model';

/** The links of a dashboard: others with the same tags, or an address. */
export function DashboardLinks({ links }: { readonly links: readonly LinkJson[] }) {
  return (
    <Stack gap={1}>
      {links.map((link) => (
        <OneLink key={link.title} link={link} />
      ))}
    </Stack>
  );
}

function OneLink({ link }: { readonly link: LinkJson }) {
  const { type, title, tags = [], url = '', asDropdown } = link;
  const others = dashboards().filter((one) => tags.every((tag) => one.tags.includes(tag)));
  if (type !== 'dashboards') {
    return (
      <LinkButton variant="secondary" size="sm" href={url}>
        {title}
      </LinkButton>
    );
  }
  if (!asDropdown) {
    return (
      <>
        {others.map(({ uid, title: name }) => (
          <LinkButton key={uid} variant="secondary" size="sm" href={addressOf(uid, link)}>
            {name}
          </LinkButton>
        ))}
      </>
    );
  }
  // the address as it is when the menu opens: time and variables may have changed
  const menu = () => (
    <Menu>
      {others.map(({ uid, title: name }) => (
        <Menu.Item key={uid} label={name} onClick={() => locationService.push(addressOf(uid, link))} />
      ))}
    </Menu>
  );
  return (
    <Dropdown overlay={menu}>
      <Button variant="secondary" size="sm" icon="bars">
        {title}
      </Button>
    </Dropdown>
  );
}

function addressOf(uid: string, { keepTime, includeVars }: LinkJson): string {
  const kept = Object.entries(urlUtil.getUrlSearchParams()).filter(
    ([key]) => (keepTime && (key === 'from' || key === 'to')) || (includeVars && key.startsWith('var-'))
  );
  return urlUtil.renderUrl(`/d/${uid}`, Object.fromEntries(kept));
}
