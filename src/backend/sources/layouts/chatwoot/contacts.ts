import type { Here, LayoutSelect } from '../layout';

/** A contact’s company: a row of its own since companies came, which few accounts use, else the text on the contact. */
const companyOf = (contact: string, { has }: Here): string => {
  const written = `'name:' || ${nameIn(contact)}`;
  return has('contacts', 'company_id') ? `coalesce(${contact}.company_id::text, ${written})` : written;
};

/** The company’s name as it is written on a contact; null where none is. */
const nameIn = (contact: string): string => `nullif(trim(${contact}.additional_attributes ->> 'company_name'), '')`;

/** The contacts of the account. */
export const customer: LayoutSelect<'customer'> = {
  reads: { contacts: ['id', 'account_id', 'name', 'additional_attributes'] },
  maybe: { contacts: ['company_id'] },
  select: (_, here) => `
    SELECT k.id AS customer_id, k.name, ${companyOf('k', here)} AS org_id
    FROM contacts k
    WHERE k.account_id = ${here.option('account')}`,
};

/** Companies, and those that stand on contacts as text alone. */
export const organization: LayoutSelect<'organization'> = {
  reads: { contacts: ['account_id', 'additional_attributes'] },
  maybe: { companies: ['id', 'account_id', 'name'] },
  select: (_, here) => `
    SELECT DISTINCT 'name:' || ${nameIn('k')} AS org_id, ${nameIn('k')} AS name
    FROM contacts k
    WHERE k.account_id = ${here.option('account')} AND ${nameIn('k')} IS NOT NULL
    ${here.has('companies', 'name') ? `UNION ALL SELECT id::text, name FROM companies WHERE account_id = ${here.option('account')}` : ''}`,
};
