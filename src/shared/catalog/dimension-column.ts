import type { PlainDimensionId } from '../words';
import type { ColumnNames } from './columns';
import type { Dictionary } from './dictionaries';
import type { FactColumn } from './fact-columns';
import type { FactName } from './facts';
import type { BridgeName, BRIDGES, HelperName, HELPERS } from './tables';

/** A column of the fact's own. */
interface OwnColumn<Fact extends FactName> {
  readonly column: FactColumn<Fact, 'key' | 'integer'>;
  /** Where the keys are not of the dimension's own dictionary. */
  readonly dictionary?: Dictionary;
  readonly bridge?: undefined;
  readonly table?: undefined;
  readonly computed?: undefined;
}

/** A column of a bridge table that may hold several values a row: it is found by the fact's column `on`. */
type BridgedColumn<Fact extends FactName> = {
  readonly [Table in BridgeName]: {
    readonly [On in Extract<keyof (typeof BRIDGES)[Table], FactColumn<Fact>>]: {
      readonly column: Exclude<ColumnNames<(typeof BRIDGES)[Table]>, On>;
      readonly bridge: { readonly table: Table; readonly on: On; readonly field?: undefined };
      readonly dictionary?: undefined;
      readonly table?: undefined;
      readonly computed?: undefined;
    };
  }[Extract<keyof (typeof BRIDGES)[Table], FactColumn<Fact>>];
}[BridgeName];

/** The value of a custom field: a ticket's one value of the key `field`, in the table that holds those of all. */
interface CustomColumn {
  readonly column: 'custom_value_ix';
  readonly bridge: { readonly table: 'ticket_custom_value'; readonly on: 'ticket_ix'; readonly field: string };
  readonly dictionary?: undefined;
  readonly table?: undefined;
  readonly computed?: undefined;
}

/** A column of another table, which the measure reads beside the fact: a fact's row has none. */
type HelperColumn = {
  readonly [Table in HelperName]: {
    readonly column: ColumnNames<(typeof HELPERS)[Table], 'key'>;
    readonly table: Table;
    readonly dictionary?: undefined;
    readonly bridge?: undefined;
    readonly computed?: undefined;
  };
}[HelperName];

/** No column: the local hour or weekday of the instant that dates the row, or the band that its duration is in. */
interface ComputedDimension {
  readonly computed: 'hour_of_day' | 'weekday' | 'duration_band' | 'scale_half';
  readonly column?: undefined;
  readonly dictionary?: undefined;
  readonly bridge?: undefined;
  readonly table?: undefined;
}

/** Where a metric finds a dimension. */
export type DimensionColumn<Fact extends FactName = FactName> = (OwnColumn<Fact> | BridgedColumn<Fact> | CustomColumn | HelperColumn | ComputedDimension) & {
  /** Rows can be filtered by it, but one row does not belong to one value. */
  readonly filterOnly?: true;
};

/** Where a metric finds each of its dimensions, custom fields apart: those are of every row that has a ticket. */
export type DimensionColumns<Fact extends FactName = FactName> = Readonly<Partial<Record<PlainDimensionId, DimensionColumn<Fact>>>>;
