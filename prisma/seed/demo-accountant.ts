import type { Actor } from '@sasaeai/api/deps'
import type { Db } from '@sasaeai/db/database'
import { id } from '@sasaeai/domain/ids'

/** The accountant of the demo, for whom commands run once the story is committed. */
export async function demoAccountant({ prisma }: Db): Promise<Actor> {
  const { id: userId, name } = await prisma.user.findFirstOrThrow({ where: { role: 'accountant', isProgram: false }, orderBy: { id: 'asc' } })
  return { userId: id(userId), name, role: 'accountant' }
}
