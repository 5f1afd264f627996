// TypeScript declarations of the script API, printed by: impsh types
// impsh types --help shows how an editor is told of them.

/** The parameters of a saved script by name; those that were left out are not in it. */
declare const params: Record<string, any>;
/** The words after -- on the command line. */
declare const args: string[];
/** The last value that was shown. */
declare const _: any;
/** The last error. */
declare const _error: any;

/** What every object of the API has. */
interface ApiObject {
  /** Tells about it. */
  help(): HelpPage;
  /** Its name, or what else it is called. */
  toString(): string;
}

/** What help() gives; as a string it is its text. */
interface HelpPage {
  readonly title: string;
  readonly text: string;
}

/** Products and other things by their names: products.Thermostat, products['Line 1']. */
interface ByName<Entity> {
  readonly [name: string]: Entity;
  /** There is no index: first(n) gives an array, toArray() all of them. */
  readonly [index: number]: never;
}

/** Numbers by name. */
type Counts = Record<string, number>;

/** How many items of a plan ended in which way. */
interface OutcomeCounts {
  readonly done: number;
  readonly failed: number;
  readonly stale: number;
  readonly skipped: number;
  readonly unknown: number;
  /** In the report of a dry run: what would be done. */
  readonly planned?: number;
  /** Of a journal: what has not been started. */
  readonly left?: number;
}

/** What a plan would do with one thing. */
interface PlanItem {
  readonly name: string | null;
  readonly id: string;
  readonly from: string | null;
  readonly action: string;
  readonly to: string | null;
  readonly verdict: string;
  readonly reason: string | null;
}

/** What came of one item of a plan. */
interface ReportItem {
  readonly name: string | null;
  readonly id: string;
  readonly from: string | null;
  readonly action: string;
  readonly to: string | null;
  readonly outcome: string | null;
  readonly reason: string | null;
}

/** What where() takes for a fact: a value, any of several, a regular expression, or a function of the fact. */
type FactTest<Fact> =
  | Fact
  | RegExp
  | ((fact: Fact) => unknown)
  | null
  | readonly (Fact | RegExp | ((fact: Fact) => unknown) | null)[];

/** What where() takes for a relation: a name or id, the entity, any of several, a regular expression, or a function. */
type RelationTest<Entity> =
  | Entity
  | string
  | RegExp
  | ((entity: Entity) => unknown)
  | null
  | readonly (Entity | string | RegExp | ((entity: Entity) => unknown) | null)[];

/** What where() and without() of a plan take. */
type PlanItemFilter = { [Key in keyof PlanItem]?: FactTest<PlanItem[Key]> };

// The types of parameters in the header of a saved script.
type product = Product;
type group = DeviceGroup;
type device = Device;
type build = Deployment;
type account = Account;
type file = string;
type secret = string;
/** In seconds. */
type duration = number;
