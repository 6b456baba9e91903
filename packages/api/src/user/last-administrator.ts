import type { Tx } from '@sasaeai/db/in-transaction'

/**
 * Whether nobody could administer the product without this person. Two administrators who step down at once are kept
 * apart by the caller's SERIALIZABLE transaction.
 */
export async function isLastAdministrator(tx: Tx, userId: string): Promise<boolean> {
  const administrators = await tx.user.findMany({
    where: { role: 'administrator', disabledAt: null },
    select: { id: true },
    take: 2,
  })
  return administrators.length === 1 && administrators[0]?.id === userId
}
