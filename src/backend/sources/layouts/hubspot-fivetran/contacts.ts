import type { LayoutSelect } from '../layout';
import { nameOf } from './people';

/** The contacts; one that was deleted keeps its name. */
export const customer: LayoutSelect<'customer'> = {
  reads: { contact: ['id', 'property_firstname', 'property_lastname', 'property_email', '_fivetran_synced'] },
  select: () => `
    SELECT c.id AS customer_id, ${nameOf('c', ['property_firstname', 'property_lastname', 'property_email'])} AS name, c._fivetran_synced AS updated_at
    FROM contact c`,
  optional: 'its contacts are not replicated',
  without: { org_id: 'the ticket has it' },
};

/** The companies; one that was deleted keeps its name. */
export const organization: LayoutSelect<'organization'> = {
  reads: { company: ['id', 'property_name', '_fivetran_synced'] },
  select: () => 'SELECT id AS org_id, property_name AS name, _fivetran_synced AS updated_at FROM company',
  optional: 'its companies are not replicated',
};
