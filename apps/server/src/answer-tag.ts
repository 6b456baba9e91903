import { randomUUID } from 'node:crypto'
import { booksVersionText, readBooksVersion } from '@sasaeai/api/ledger/read-books-version'
import type { Deps } from '@sasaeai/api/deps'
import { localDateInTokyo } from '@sasaeai/domain/calendar/local-date'
import type { Role } from '@sasaeai/domain/user/role'
import type { Request } from 'express'

/** Queries whose answers change only with the books, the day and this program; alone or in one batch. */
const answersOfTheBooks = /^\/(?:fundingIndicator\.\w+|executive\.explanation|membershipDues\.progress|communityChest\.result\.(?:table|days))(?:,(?:fundingIndicator\.\w+|executive\.explanation|membershipDues\.progress|communityChest\.result\.(?:table|days)))*$/

/** Another start may be another release, whose answers have another form. */
const thisStart = randomUUID().slice(0, 8)

/**
 * The entity tag of what the request asks for, or null where an answer may change without the books. It stands for the
 * books as they were before the answer is read: at worst a client asks once more than it had to.
 */
export async function answerTag(deps: Deps, request: Request, role: Role): Promise<string | null> {
  if (request.method !== 'GET' || !answersOfTheBooks.test(request.path)) return null
  const version = booksVersionText(await readBooksVersion(deps.db))
  return `W/"${[thisStart, version, localDateInTokyo(deps.now()), role].join('-')}"`
}

/** Whether the client has this answer already. */
export function isKnown(request: Request, tag: string): boolean {
  const known = request.headers['if-none-match']
  return known !== undefined && known.split(',').some((each) => each.trim() === tag)
}
