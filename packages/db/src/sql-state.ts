/**
 * The five-character code with which PostgreSQL refused a statement (`23505` for a unique index, `40001` for a
 * transaction to be repeated …), or undefined when the error is not PostgreSQL's.
 *
 * The same refusal comes in three wrappings: bare from the raw pool, inside an adapter error when it is raised at
 * COMMIT, and inside that again when a Prisma statement caused it.
 */
export function sqlStateOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('severity' in error && 'code' in error && typeof error.code === 'string') return error.code
  const adapterError = field(field(error, 'meta'), 'driverAdapterError') ?? error
  const code = field(field(adapterError, 'cause'), 'originalCode')
  return typeof code === 'string' ? code : undefined
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
