import { sqlStateOf } from './sql-state.ts'

/**
 * The constraint or unique index on which PostgreSQL refused a statement, or undefined when it refused for another
 * reason. Prisma wraps its driver's error, hence the two places to look.
 */
export function violatedConstraint(error: unknown): string | undefined {
  const state = sqlStateOf(error)
  if (state === undefined || ![uniqueViolationState, ...foreignKeyViolationStates].includes(state)) return undefined
  const own = text(error, 'constraint')
  if (own !== undefined) return own
  const adapterError = member(member(error, 'meta'), 'driverAdapterError') ?? error
  const message = text(member(adapterError, 'cause'), 'originalMessage') ?? ''
  // The name is the last quoted word of PostgreSQL's sentence, whatever table stands before it.
  return [...message.matchAll(/"([^"]+)"/g)].at(-1)?.[1]
}

/** Whether the statement was refused because a unique value is taken. */
export function isUniqueViolation(error: unknown): boolean {
  return sqlStateOf(error) === uniqueViolationState
}

/** Whether the statement was refused because a row is referred to, or refers to one that is not there. */
export function isForeignKeyViolation(error: unknown): boolean {
  return foreignKeyViolationStates.includes(sqlStateOf(error) ?? '')
}

const uniqueViolationState = '23505'
/** From PostgreSQL 18 on, deleting a row that is referred to under ON DELETE RESTRICT has a state of its own. */
const foreignKeyViolationStates = ['23503', '23001']

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

function text(value: unknown, name: string): string | undefined {
  const found = member(value, name)
  return typeof found === 'string' ? found : undefined
}
