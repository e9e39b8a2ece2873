/** Keys in the order of the document; null: a value without keys of ours. Lists have the shape of their items. */
export type Shape = { readonly [key: string]: Shape } | null;

/** A shape that names every key of T: forgetting one does not compile. */
export type ShapeOf<T> = { readonly [Key in keyof Required<T>]: Shape };
