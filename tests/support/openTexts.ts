import { clockTimeSchema, daySchema, instantSchema, timeZoneSchema } from '@shared/domain/time';
import type { z } from 'zod';

type Shape = Readonly<{
  type: string;
  format?: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
}>;

const closed = new Set<z.ZodType>([clockTimeSchema, daySchema, instantSchema, timeZoneSchema]);

/** Every field of a schema in which any text may stand, written as `fieldMarks` writes them. */
export function openTexts(schema: z.ZodType, path = ''): string[] {
  if (closed.has(schema)) return [];
  const def = schema.def as unknown as Shape;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape ?? {}).flatMap(([name, inside]) =>
        openTexts(inside, path === '' ? name : `${path}.${name}`),
      );
    case 'array':
      return openTexts(def.element as z.ZodType, `${path}[]`);
    case 'record':
      return openTexts(def.valueType as z.ZodType, `${path}{}`);
    case 'union':
      return [...new Set((def.options ?? []).flatMap((option) => openTexts(option, path)))];
    case 'nullable':
    case 'optional':
    case 'default':
      return openTexts(def.innerType as z.ZodType, path);
    case 'string':
      return def.format === 'uuid' ? [] : [path];
    case 'literal':
    case 'enum':
    case 'number':
    case 'boolean':
      return [];
    default:
      throw new Error(`${path}: a schema of type ${def.type} is not known here`);
  }
}
