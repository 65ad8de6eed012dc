import ts from "typescript";

/** A JSON Schema, as far as this walker writes it. */
export type Schema = { [key: string]: unknown };

// Everything Stripe calls a number is a whole number, except these.
const FRACTIONS = /rate|percent|latitude|longitude|ownership/;

/** Turns types into JSON Schema definitions: closed objects, optional means not required, other resources cut to a stub. */
export class Walker {
  readonly definitions: Record<string, Schema> = {};
  private readonly checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.checker = checker;
  }

  /** The definition of one named type; its own properties are walked, resources inside it are cut. */
  root(type: ts.Type): Schema {
    return this.object(type);
  }

  private walk(type: ts.Type, name: string): Schema {
    if (type.isUnion()) return this.union(type.types, name);
    const { flags } = type;
    if (flags & ts.TypeFlags.StringLiteral) return { const: (type as ts.StringLiteralType).value };
    if (flags & ts.TypeFlags.NumberLiteral) return { const: (type as ts.NumberLiteralType).value };
    if (flags & ts.TypeFlags.BooleanLiteral) return { const: this.checker.typeToString(type) === "true" };
    if (flags & ts.TypeFlags.String) return { type: "string" };
    if (flags & ts.TypeFlags.Number) return { type: FRACTIONS.test(name) ? "number" : "integer" };
    if (flags & ts.TypeFlags.Boolean) return { type: "boolean" };
    if (flags & ts.TypeFlags.Null) return { type: "null" };
    if (flags & (ts.TypeFlags.Never | ts.TypeFlags.Undefined | ts.TypeFlags.Void)) return { not: {} };
    if (flags & ts.TypeFlags.Unknown) return {};
    if (flags & ts.TypeFlags.Object) return this.named(type, name);
    throw new Error(`The schema walker does not know ${this.checker.typeToString(type)} (at ${name})`);
  }

  private union(members: readonly ts.Type[], name: string): Schema {
    const real = members.filter((member) => !(member.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)));
    const schemas = real.map((member) => this.walk(member, name));
    const constants = schemas.filter((schema) => "const" in schema);
    const others = schemas.filter((schema) => !("const" in schema));
    const booleans = constants.filter((schema) => typeof schema.const === "boolean");
    const values = constants.filter((schema) => typeof schema.const !== "boolean").map((schema) => schema.const);
    const all = [
      ...others,
      ...(booleans.length === 2 ? [{ type: "boolean" }] : booleans),
      ...(values.length > 0 ? [{ enum: values }] : []),
    ];
    if (all.length === 0) return { not: {} };
    return all.length === 1 ? (all[0] ?? {}) : { anyOf: all };
  }

  private named(type: ts.Type, name: string): Schema {
    if (this.checker.isArrayType(type)) {
      return { type: "array", items: this.walk(this.checker.getTypeArguments(type as ts.TypeReference)[0] ?? type, name) };
    }
    const stub = this.resourceStub(type);
    if (stub) return stub;
    const { symbol } = type;
    const mapped = (type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped;
    const generic = this.checker.getTypeArguments(type as ts.TypeReference).length > 0;
    if (mapped || generic || symbol.flags & ts.SymbolFlags.TypeLiteral) return this.object(type);
    const key = `${symbol.declarations?.[0]?.getSourceFile().fileName.split("/esm/")[1]}:${this.checker.getFullyQualifiedName(symbol).replace(/^".*?"\./, "")}`;
    if (!(key in this.definitions)) {
      this.definitions[key] = {};
      this.definitions[key] = this.object(type);
    }
    return { $ref: `#/definitions/${encodeURIComponent(key).replaceAll("~", "~0")}` };
  }

  // A resource inside another is checked on its own, by its `object` field; here only its kind matters.
  private resourceStub(type: ts.Type): Schema | null {
    const object = type.getProperty("object");
    const literal = object && this.checker.getTypeOfSymbol(object);
    if (!type.getProperty("id") || !literal?.isStringLiteral()) return null;
    return { type: "object", required: ["id", "object"], properties: { object: { const: literal.value } } };
  }

  private object(type: ts.Type): Schema {
    const index = this.checker.getIndexInfoOfType(type, ts.IndexKind.String);
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const symbol of this.checker.getPropertiesOfType(type)) {
      const schema = this.walk(this.checker.getTypeOfSymbol(symbol), symbol.name);
      properties[symbol.name] = schema;
      if (!(symbol.flags & ts.SymbolFlags.Optional)) required.push(symbol.name);
    }
    return { type: "object", properties, required, additionalProperties: index ? this.walk(index.type, "") : false };
  }
}
