import { quoted } from './echo';
import { suggestion } from './nearest';

/** Where Grafana’s provisioning files have what nobody may read again. */
const SECRET_KEY = 'secureJsonData';

/** That the settings, which a JSON Schema describes, have no such key at a place, and which is meant. */
export function unknownSetting(schema: object, secrets: readonly string[], path: readonly PropertyKey[], key: string): string {
  if (key === SECRET_KEY) {
    return `Secrets do not belong into the settings’ JSON: type the password in its field, and leave ${quoted(SECRET_KEY)} out.`;
  }
  const place = quoted([...path, key].map(String).join('.'));
  return secrets.includes(key)
    ? `${place} is a secret: type it in its field, or provision it as ${quoted(`${SECRET_KEY}.${key}`)}.`
    : `There is no setting ${place}.${suggestion(key, keysAt(schema, path))}`;
}

/** A part of a JSON Schema, as far as it says which keys there are. */
interface Part {
  readonly properties?: Readonly<Record<string, Part>>;
  readonly additionalProperties?: Part | boolean;
  readonly items?: Part;
  readonly anyOf?: readonly Part[];
  readonly oneOf?: readonly Part[];
}

/** The keys that an object may have which stands at a place of what a JSON Schema describes. */
function keysAt(schema: object, path: readonly PropertyKey[]): string[] {
  const choices = (part: Part): Part[] => [part, ...[...(part.anyOf ?? []), ...(part.oneOf ?? [])].flatMap(choices)];
  const inside = (key: string, { properties, additionalProperties, items }: Part) =>
    [properties?.[key], typeof additionalProperties === 'object' ? additionalProperties : undefined, items].filter((part) => part !== undefined);
  const found = path.reduce<Part[]>((parts, key) => parts.flatMap(choices).flatMap((part) => inside(String(key), part)), [schema]);
  return [...new Set(found.flatMap(choices).flatMap(({ properties = {} }) => Object.keys(properties)))];
}
